import { allocate } from "./interpreter";

/** Words that grow, in the heap. */
@unmanaged
export class Stack {
  data: usize;
  height: u32;
  room: u32;

  push(word: usize): void {
    if (this.height == this.room) {
      const larger = allocate(this.room << 3);
      memory.copy(larger, this.data, <usize>this.room << 2);
      memory.fill(larger + (<usize>this.room << 2), 0, <usize>this.room << 2);
      this.data = larger;
      this.room <<= 1;
    }
    store<usize>(this.data + (<usize>this.height << 2), word);
    this.height++;
  }

  pop(): usize {
    if (this.height == 0) unreachable();
    this.height--;
    return this.at(this.height);
  }

  @inline
  at(index: u32): usize {
    return load<usize>(this.data + (<usize>index << 2));
  }

  @inline
  set(index: u32, word: usize): void {
    store<usize>(this.data + (<usize>index << 2), word);
  }
}

export function newStack(): Stack {
  const stack = changetype<Stack>(allocate(offsetof<Stack>()));
  stack.data = 0;
  stack.height = 0;
  stack.room = 16;
  stack.data = allocate(64);
  memory.fill(stack.data, 0, 64);
  return stack;
}
