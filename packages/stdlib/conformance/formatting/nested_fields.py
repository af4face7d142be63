i = 3
rows = [("a", 1.5), ("bb", None)]
print(f"{f'^{i}' if i > 1 else ''}|{f'{i:>{5}}'}|{'x' + f'{i}'}")
print(f"""{f"{i}" if i else ''}
{', '.join(f"{n}={f'{v:.2f}' if v is not None else '-'}" for n, v in rows)}""")
print(f'{f"{i}" + f"{i + 1}"}', {f"k{i}": 1}, [f"{n:<{i}}|{'' if v is None else f'{v:5.1f}'}" for n, v in rows])
print(", ".join(f"{n}: {f'{v}' if v else 'none'}" for n, v in rows))
