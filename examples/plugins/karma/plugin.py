"""Counts who is praised: "ada++" gives ada a point."""

import store


def on_message(message):
    notes = []
    for word in message["text"].split():
        if word.endswith("++") and len(word) > 2:
            name = word[:-2]
            points = store.get(name, default=0) + 1
            store.put(name, points)
            notes.append("%s has %d" % (name, points))
            with open("/scratch/log.txt", "a") as log:
                log.write(name + "\n")
    return {"note": ", ".join(notes)} if notes else None


def on_close():
    with open("/scratch/log.txt") as log:
        return {"note": "praised: " + ", ".join(line.strip() for line in log)}
