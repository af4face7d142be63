# Arrays are MicroPython's; lib/_array.py has the methods that those lack.
from uarray import array

ArrayType = array
typecodes = "bBuhHiIlLqQfd"
