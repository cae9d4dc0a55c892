"""Events in the order of their times and priorities."""
import sched

now = [0]
s = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
s.enter(5, 1, print, ("late",))
s.enter(1, 2, print, ("second",))
s.enter(1, 1, print, ("first",), {"end": "!\n"})
gone = s.enterabs(3, 1, print, ("never",))
print([event.time for event in s.queue], gone._fields, s.empty())  # expect: [1, 1, 3, 5] ('time', 'priority', 'sequence', 'action', 'argument', 'kwargs') False
s.cancel(gone)
print(s.run(blocking=False))  # expect: 1
s.run()
# expect: first!
# expect: second
# expect: late
print(now, s.empty())  # expect: [5] True
try:
    s.cancel(gone)
except ValueError as error:
    print("gone")  # expect: gone
