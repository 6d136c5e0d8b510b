// The page's side of the simulator's small JSON API. Addresses are relative to the page.

const JSON_TYPE = { "Content-Type": "application/json" };

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.message || "送信できませんでした");
  return body;
}

export async function about() {
  return answerOf(await fetch("chat/about"));
}

export async function people() {
  return (await answerOf(await fetch("chat/people"))).people;
}

export async function newPerson() {
  const response = await fetch("chat/people", { method: "POST", headers: JSON_TYPE, body: "{}" });
  return (await answerOf(response)).userId;
}

/** What changed after that revision; waits for news up to so many seconds. */
export async function chatState(userId, { after, wait, signal }) {
  const address = `chat/${encodeURIComponent(userId)}/state?after=${after}&wait=${wait}`;
  return answerOf(await fetch(address, { signal }));
}

export async function act(userId, name, body = {}) {
  const response = await fetch(`chat/${encodeURIComponent(userId)}/${name}`, {
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  });
  return answerOf(response);
}
