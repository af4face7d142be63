// Addresses of built-in types and exceptions; src/passes/overlay.ts fills them in.

@external("types", "str")
export declare function strType(): usize;

@external("types", "bytes")
export declare function bytesType(): usize;

@external("types", "bytearray")
export declare function bytearrayType(): usize;

@external("types", "tuple")
export declare function tupleType(): usize;

@external("types", "TypeError")
export declare function typeError(): usize;

@external("types", "ValueError")
export declare function valueError(): usize;

@external("types", "OverflowError")
export declare function overflowError(): usize;

@external("types", "IndexError")
export declare function indexError(): usize;

@external("types", "KeyError")
export declare function keyError(): usize;

@external("types", "object")
export declare function objectType(): usize;

@external("types", "ZeroDivisionError")
export declare function zeroDivisionError(): usize;

@external("types", "ImportError")
export declare function importError(): usize;
