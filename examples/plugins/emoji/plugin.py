"""Faces for smileys. Needs nothing of the host."""

FACES = {":)": "🙂", ":(": "🙁", "<3": "❤"}


def on_message(message):
    text = message["text"]
    for smiley, face in FACES.items():
        text = text.replace(smiley, face)
    return {"text": text}
