// What the sandbox asks of its host. With the memory and `stop`, this is the whole list of imports.

/** Writes guest memory to standard output (1) or standard error (2). */
@external("host", "write")
export declare function write(fd: i32, pointer: usize, bytes: u32): void;

/** Milliseconds since 1970. */
@external("host", "clock_ms")
export declare function clockMs(): f64;

@external("host", "sleep_ms")
export declare function sleepMs(duration: f64): void;

/** Has the host answer an object that is plain data. The answer waits there; this is its length in bytes. */
@external("host", "call")
export declare function call(request: usize): u32;

/** Copies the answer that waits to the guest's memory. */
@external("host", "take")
export declare function take(pointer: usize): void;

@external("host", "random_u32")
export declare function randomU32(): u32;

/** A call of the file system: see syscalls.ts. What the C library gets as its result, or below zero an error number. */
@external("host", "file")
export declare function file(operation: i32, a: usize, b: usize, c: usize): i32;
