import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";

const places = ["Lisbon", "Oslo", "Kraków", "Lyon", "Ghent"];
const products = [
  ["Espresso beans 1 kg", "coffee", 1890],
  ["Filter roast 500 g", "coffee", 1150],
  ["Decaf 250 g", "coffee", 720],
  ["Hand grinder", "equipment", 8900],
  ["Gooseneck kettle", "equipment", 6450],
  ["Pour-over cone", "equipment", 2400],
  ["Paper filters, 100", "supplies", 590],
  ["Milk pitcher", "equipment", 1950],
  ["Descaler", "supplies", 990],
  ["Gift card", "other", 2500],
] as const;
const people = [
  "Ana",
  "Bram",
  "Chloé",
  "Dag",
  "Ewa",
  "Filipa",
  "Greta",
  "Hugo",
  "Inês",
  "Jakub",
  "Kari",
  "Louis",
  "Maja",
  "Noor",
  "Olav",
  "Piotr",
];

/** A small shop's database, the same each time. A file that is there stays as it is. @returns the path. */
export function makeSample(path: string): string {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  database.exec(`
    BEGIN;
    CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL, since TEXT NOT NULL);
    CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price_cents INTEGER NOT NULL);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), ordered_at TEXT NOT NULL, note TEXT);
    CREATE TABLE order_lines (order_id INTEGER NOT NULL REFERENCES orders (id), product_id INTEGER NOT NULL REFERENCES products (id), qty INTEGER NOT NULL,
      PRIMARY KEY (order_id, product_id));
    CREATE INDEX orders_by_customer ON orders (customer_id);
    CREATE VIEW revenue_by_month AS
      SELECT substr(ordered_at, 1, 7) AS month, sum(qty * price_cents) / 100.0 AS revenue
      FROM orders JOIN order_lines ON order_id = orders.id JOIN products ON product_id = products.id GROUP BY 1;`);
  // A small generator, so that every sample has the same rows.
  let state = 7;
  const below = (n: number): number => (state = (state * 48_271) % 2_147_483_647) % n;
  const day = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
  const insert = (table: string, values: readonly (string | number | null)[]): unknown =>
    database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => "?").join(", ")})`).run(...values);
  for (const [i, name] of people.entries())
    insert("customers", [i + 1, name, places[below(places.length)]!, day(below(90))]);
  for (const [i, [name, category, cents]] of products.entries()) insert("products", [i + 1, name, category, cents]);
  for (let order = 1; order <= 240; order++) {
    insert("orders", [
      order,
      1 + below(people.length),
      day(Math.floor((order * 640) / 240) + below(3)),
      below(9) === 0 ? "gift wrap" : null,
    ]);
    const first = below(products.length);
    for (let line = 0; line <= below(3); line++)
      insert("order_lines", [order, ((first + line) % products.length) + 1, 1 + below(4)]);
  }
  database.exec("COMMIT");
  database.close();
  return path;
}
