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

async function post(address, body = {}) {
  return answerOf(await fetch(address, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) }));
}

export const newPerson = async () => (await post("chat/people")).userId;

export const newGroup = async () => (await post("chat/groups")).userId;

/** What changed after that revision; waits for news up to so many seconds. */
export async function chatState(userId, { after, wait, signal }) {
  const address = `chat/${encodeURIComponent(userId)}/state?after=${after}&wait=${wait}`;
  return answerOf(await fetch(address, { signal }));
}

export const act = (userId, name, body) => post(`chat/${encodeURIComponent(userId)}/${name}`, body);

export const controls = async () => answerOf(await fetch("controls"));

export const accounts = async () => answerOf(await fetch("accounts?verdict=twice"));

export const addFault = (fault) => post("controls/faults", fault);

export const clearFaults = async () => answerOf(await fetch("controls/faults", { method: "DELETE" }));

export const setWebhooks = (manner) => post("controls/webhooks", manner);

export const redeliver = () => post("controls/redeliver");
