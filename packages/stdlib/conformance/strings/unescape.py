text = "tab\there\nnew \"line\" 'q' back\\slash \x41\u0042\101 \0 end"
print(text)
print(repr(text))
print(len(text))
raw = r"raw \n \t \x41"
print(raw, len(raw))
joined = "implicit " "concatenation " 'of "three"'
print(joined)
multi = """first
  second "quoted"
third\
 continued"""
print(multi)
print(repr(multi))
print("%s|%r" % (text[:4], text[3:6]))
