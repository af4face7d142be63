def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


message = "The Quick Brown Fox Jumps Over the Lazy Dog!"
for shift in (1, 3, 13, 25):
    coded = caesar(message, shift)
    print(shift, coded, caesar(coded, -shift) == message)


def palindrome(text):
    letters = [c.lower() for c in text if c.isalpha()]
    return all(letters[i] == letters[-1 - i] for i in range(len(letters) // 2))


for text in ("A man, a plan, a canal: Panama", "Not one", "Was it a car or a cat I saw?", ""):
    print(repr(text), palindrome(text))


def run_lengths(text):
    runs = []
    for c in text:
        if runs and runs[-1][0] == c:
            runs[-1][1] += 1
        else:
            runs.append([c, 1])
    return "".join(c + str(n) for c, n in runs)


for text in ("aaabbc", "abc", "", "zzzzzzzzzzzz"):
    print(text, run_lengths(text))
