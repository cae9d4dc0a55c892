# A comparison that cannot be.
ages = {"Ada": 36, "Bob": None}
if ages["Ada"] > ages["Bob"]:
    print("older")
