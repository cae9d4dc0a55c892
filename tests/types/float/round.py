# Rounding to even, and to digits.
print(round(0.5))  # expect: 0
print(round(1.5))  # expect: 2
print(round(2.5))  # expect: 2
print(round(-0.5))  # expect: 0
print(round(-1.5))  # expect: -2
print(round(2.675, 2))  # expect: 2.67
print(round(1234.567, -2))  # expect: 1200.0
print(round(1.005, 2))  # expect: 1.0
print(round(0.1 + 0.2, 5))  # expect: 0.3
print(round(5.0))  # expect: 5
print(type(round(5.5)))  # expect: <class 'int'>
print(type(round(5.5, 0)))  # expect: <class 'float'>
print(round(1e300))  # expect: 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160
print(round(2.5, None))  # expect: 2
for value in (float("nan"), float("inf")):
    try:
        round(value)
    except (ValueError, OverflowError) as error:
        print(error)
        # expect: cannot convert float NaN to integer
        # expect: cannot convert float infinity to integer
