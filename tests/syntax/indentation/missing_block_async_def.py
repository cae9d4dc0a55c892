# An async def without a body.
async def main():
# only a comment
