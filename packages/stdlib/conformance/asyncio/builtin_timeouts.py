# asyncio's TimeoutError is the builtin one.
import asyncio
import builtins


async def main():
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(1)
    except TimeoutError as error:
        print("timeout", repr(error))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.001)
    except TimeoutError as error:
        print("wait_for", repr(error))


asyncio.run(main())
print(asyncio.TimeoutError is TimeoutError, builtins.TimeoutError is TimeoutError)
print(hasattr(builtins, "vars"), hasattr(builtins, "ExceptionGroup"), hasattr(builtins, "nothing"), getattr(builtins, "FileNotFoundError").__name__)
kept = builtins.len
builtins.len = lambda value: 42
print(len([]))
builtins.len = kept
print(len([]))
builtins.added = "for all"
print(added)
