import type { List, Sexpr } from "../sexpr.js";

export const get = (local: string): List => ["local.get", local];
export const set = (local: string, value: Sexpr): List => ["local.set", local, value];
export const constant = (value: number): List => ["i32.const", String(value)];
