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

@external("types", "OSError")
export declare function osError(): usize;

@external("types", "StopIteration")
export declare function stopIteration(): usize;

@external("types", "SystemExit")
export declare function systemExit(): usize;

@external("types", "AttributeError")
export declare function attributeError(): usize;

@external("types", "NameError")
export declare function nameError(): usize;

@external("types", "SyntaxError")
export declare function syntaxError(): usize;

@external("types", "PermissionError")
export declare function PermissionError(): usize;

@external("types", "FileNotFoundError")
export declare function FileNotFoundError(): usize;

@external("types", "ProcessLookupError")
export declare function ProcessLookupError(): usize;

@external("types", "InterruptedError")
export declare function InterruptedError(): usize;

@external("types", "ChildProcessError")
export declare function ChildProcessError(): usize;

@external("types", "BlockingIOError")
export declare function BlockingIOError(): usize;

@external("types", "FileExistsError")
export declare function FileExistsError(): usize;

@external("types", "NotADirectoryError")
export declare function NotADirectoryError(): usize;

@external("types", "IsADirectoryError")
export declare function IsADirectoryError(): usize;

@external("types", "BrokenPipeError")
export declare function BrokenPipeError(): usize;

@external("types", "ConnectionAbortedError")
export declare function ConnectionAbortedError(): usize;

@external("types", "ConnectionResetError")
export declare function ConnectionResetError(): usize;

@external("types", "TimeoutError")
export declare function TimeoutError(): usize;

@external("types", "ConnectionRefusedError")
export declare function ConnectionRefusedError(): usize;

@external("types", "UnicodeDecodeError")
export declare function UnicodeDecodeError(): usize;

@external("types", "UnicodeEncodeError")
export declare function UnicodeEncodeError(): usize;

@external("types", "list")
export declare function listType(): usize;

@external("types", "int")
export declare function intType(): usize;

@external("types", "slice")
export declare function sliceType(): usize;

@external("types", "memoryview")
export declare function memoryviewType(): usize;

@external("types", "float")
export declare function floatType(): usize;

@external("types", "set")
export declare function setType(): usize;

@external("types", "frozenset")
export declare function frozensetType(): usize;

@external("types", "dict")
export declare function dictType(): usize;

@external("types", "property")
export declare function propertyType(): usize;

@external("types", "staticmethod")
export declare function staticmethodType(): usize;

@external("types", "classmethod")
export declare function classmethodType(): usize;

@external("types", "bool")
export declare function boolType(): usize;

@external("types", "BaseException")
export declare function baseException(): usize;

@external("types", "RuntimeError")
export declare function runtimeError(): usize;

@external("types", "reversed")
export declare function reversedType(): usize;

/** Not a type: the object. */
@external("types", "NotImplemented")
export declare function notImplemented(): usize;

@external("types", "range")
export declare function rangeType(): usize;

@external("types", "complex")
export declare function complexType(): usize;
