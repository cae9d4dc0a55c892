# Keys deleted from the front keep everything working.
d = {i: i for i in range(1000)}
for i in range(990):
    del d[i]
print(d, len(d), next(iter(d)), d.popitem())  # expect: {990: 990, 991: 991, 992: 992, 993: 993, 994: 994, 995: 995, 996: 996, 997: 997, 998: 998} 10 990 (999, 999)
d[0] = "again"
print(list(d))  # expect: [990, 991, 992, 993, 994, 995, 996, 997, 998, 0]
