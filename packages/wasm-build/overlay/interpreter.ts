// Functions and globals of the interpreter that the overlay calls; src/passes/overlay.ts links them by these names.

@external("interpreter", "gc_collect_start")
export declare function gcCollectStart(): void;

@external("interpreter", "gc_collect_end")
export declare function gcCollectEnd(): void;

/** The C stack pointer. */
@external("interpreter", "stack_pointer")
export declare function stackPointer(): usize;

/** The address of MP_STATE_THREAD(pystack_start). */
@external("interpreter", "pystack_start_address")
export declare function pystackStartAddress(): usize;

/** The most pages that this instance's memory may have; kept in a wasm global, where the guest cannot reach it. */
@external("interpreter", "max_pages")
export declare function maxPages(): i32;

/** MP_STATE_VM(last_pool): the newest pool of interned strings. */
@external("interpreter", "last_pool")
export declare function lastPool(): usize;
