import { examples, paths } from "./examples.js";
import { isPreflight, why } from "./why.js";

const LONGEST_TEXT = 4_000;

const $ = (id) => document.getElementById(id);
const shop = (await (await fetch("shop")).text()).trim();

let id = newId();
let asked = 0;

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// ---- the form

function showPages() {
  const { protocol, hostname, port } = location;
  for (const [page, host] of [["friend", "app.localhost"], ["stranger", "evil.localhost"]]) {
    const origin = `${protocol}//${host}${port && `:${port}`}`;
    $(page).href = `${origin}/${location.hash}`;
    $(page).querySelector("span").textContent = origin;
    if (hostname === host) {
      $(page).setAttribute("aria-current", "page");
    }
  }
}

function showExamples() {
  $("shop").textContent = shop;
  $("paths").replaceChildren(...paths.map((path) => new Option(path)));
  $("examples").replaceChildren(...examples.map(exampleButton));
}

function exampleButton(example) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = example.name;
  button.addEventListener("click", () => {
    fill(example);
    send(scrollToResult);
  });
  return button;
}

function fill({ method, path, headers = "", body = "", credentials = false }) {
  $("method").value = method;
  $("path").value = path;
  $("headers").value = headers;
  $("body").value = body;
  $("credentials").checked = credentials;
}

/** Keeps the form in the address, so that the other page starts with it. */
function remember() {
  const form = {
    method: $("method").value,
    path: $("path").value,
    headers: $("headers").value,
    body: $("body").value,
    credentials: $("credentials").checked,
  };
  history.replaceState(null, "", `#${encodeURIComponent(JSON.stringify(form))}`);
  showPages();
}

function recall() {
  try {
    fill(JSON.parse(decodeURIComponent(location.hash.slice(1))));
  } catch {
    fill(examples[0]);
  }
}

// ---- the request

function url() {
  const target = new URL($("path").value, shop);
  target.searchParams.set("exchange", id);
  return target;
}

function init() {
  const method = $("method").value.trim();
  const headers = new Headers();
  for (const line of $("headers").value.split("\n").filter((text) => text.trim())) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const request = { method, headers, credentials: $("credentials").checked ? "include" : "omit" };
  const hasBody = $("body").value !== "" && !/^(get|head)$/i.test(method);
  return hasBody ? { ...request, body: $("body").value } : request;
}

async function send(afterwards = () => {}) {
  const turn = ++asked;
  const isCurrent = () => turn === asked;
  delete $("verdict").dataset.verdict;
  remember();
  if (!$("again").checked) {
    id = newId();
  }
  const earlier = $("again").checked ? await recorded() : [];
  const credentials = $("credentials").checked;
  const finish = async (wasRead, text) => {
    const exchanges = (await recorded()).slice(earlier.length);
    if (isCurrent()) {
      show(wasRead, text, why(wasRead, exchanges, earlier, credentials), exchanges);
      afterwards();
    }
  };
  try {
    const response = await fetch(url(), init());
    await finish(true, head(response));
    await showBody(response, isCurrent);
  } catch (error) {
    await finish(false, String(error));
  }
}

/** What the server recorded of this request; empty when it cannot be asked. */
async function recorded() {
  try {
    return await (await fetch(`${shop}/exchanges/${id}`, { credentials: "omit" })).json();
  } catch {
    return [];
  }
}

// ---- the result

function head(response) {
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return [`${response.status} ${response.statusText}`.trim(), ...lines, "", ""].join("\n");
}

function show(wasRead, text, sentence, exchanges) {
  $("result").hidden = false;
  $("verdict").dataset.verdict = wasRead ? "read" : "withheld";
  $("outcome").textContent = wasRead ? "The page may read it" : "The browser keeps it from the page";
  $("why").textContent = sentence;
  $("readable").textContent = text.trimEnd();
  $("exchanges").replaceChildren(...exchanges.map(exchangeCard));
}

/** On a phone the result is below the form: a click there should show it. */
function scrollToResult() {
  const { top } = $("result").getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) {
    $("result").scrollIntoView({ block: "start" });
  }
}

/** Shows text as it comes, and of anything else the size. */
async function showBody(response, isCurrent) {
  const start = head(response);
  if (!/^(text|application\/json)/.test(response.headers.get("content-type") ?? "text")) {
    const size = (await response.arrayBuffer()).byteLength;
    $("readable").textContent = `${start}(${size} bytes)`;
    return;
  }
  const reader = response.body?.getReader(); // a response to HEAD has no body
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (!isCurrent() || text.length > LONGEST_TEXT) {
      await reader.cancel();
      text = `${text.slice(0, LONGEST_TEXT)} ...`;
    }
    if (isCurrent()) {
      $("readable").textContent = start + text;
    }
  }
}

function exchangeCard(exchange) {
  const card = document.createElement("div");
  card.className = "exchange";
  const title = document.createElement("h3");
  title.textContent = isPreflight(exchange) ? "Preflight" : "Request";
  const messages = document.createElement("div");
  messages.append(message("seen", exchange.request), message("sent", exchange.response));
  card.append(title, messages);
  return card;
}

function message(name, lines) {
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", name);
  lines.forEach((line, i) => {
    const part = document.createElement(i === 0 ? "b" : "span");
    part.textContent = `${line}\n`;
    part.classList.toggle("cors", /^(origin|vary|access-control-[a-z-]+):/i.test(line));
    pre.append(part);
  });
  return pre;
}

showPages();
showExamples();
recall();
$("request").addEventListener("submit", (event) => {
  event.preventDefault();
  send(scrollToResult);
});
// A link to this page may fill the form; what changes something waits for a click.
if ($("method").value === "GET") {
  send();
}
document.documentElement.dataset.ready = "true";
