import random
random.seed(42)
print([random.random() for _ in range(3)], random.randint(1,100), [random.randrange(10) for _ in range(20)], random.choice("abc"), random.getrandbits(64), random.getrandbits(3), random.getrandbits(100))
l=list(range(20)); random.shuffle(l); print(l, random.sample(range(1000),5), random.sample(range(10),10), random.choices("abcd",k=8), random.choices([1,2,3],weights=[1,2,7],k=10), random.uniform(1,5))
print(random.gauss(0,1), random.gauss(0,1), random.normalvariate(5,2), random.expovariate(2), random.triangular(1,5,2), random.betavariate(2,3), random.gammavariate(0.5,2), random.gammavariate(3,2), random.lognormvariate(0,1), random.paretovariate(3), random.weibullvariate(1,2), random.vonmisesvariate(1,2))
r=random.Random(2**100+7); print(r.random(), r.randint(0,10**20), r.randbytes(5), r.randrange(0,100,7))
random.seed(-5); print(random.random()); random.seed(0); print(random.random()); random.seed(1); s=random.getstate(); a=random.random(); random.setstate(s); print(a==random.random(), len(s[1]), s[0])
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: random.choice([])); attempt(lambda: random.randint(5,1)); attempt(lambda: random.sample([1],2)); attempt(lambda: random.sample({1,2},1)); attempt(lambda: random.choices([1],weights=[0])); attempt(lambda: random.seed([])); attempt(lambda: random.randrange(0)); attempt(lambda: random.sample([1,2],counts=[3,1],k=2))
n=0
random.seed(7)
for i in range(2000): n=(n*31+random.randrange(10**12)+random.getrandbits(31))%1000000007
print(n, random.SystemRandom().random()<1)
