
"use strict";
(() => {
  const policies = JSON.parse(document.getElementById("policies").textContent);
  const form = document.getElementById("filters");
  const [origin, path, callable, lookedAt] =
    ["origin", "path", "callable", "looked-at"].map((id) => document.getElementById(id));
  const found = document.getElementById("found");
  const shape = /^([a-z][a-z0-9+.-]*):\/\/(\*\.)?(\[[^\]]*\]|[^:]*)(:\*|:\d+)?$/;

  /** Reports whether a pattern, as it is written in a policy, means an origin. */
  function means(pattern, text) {
    if (pattern === "*" || pattern === text) {
      return true;
    }
    const written = shape.exec(pattern);
    const asked = shape.exec(text);
    if (!written || !asked || asked[2] || written[1] !== asked[1] || asked[4] === ":*") {
      return false;
    }
    const isHost = written[2]
      ? asked[3].endsWith("." + written[3]) && asked[3].length > written[3].length + 1
      : asked[3] === written[3];
    return isHost && (written[4] === ":*" || (written[4] || "") === (asked[4] || ""));
  }

  /** Returns the origin that browsers send for what was typed, or nothing if that is none. */
  function sent(text) {
    if (text === "null" || text === "file://") {
      return text;
    }
    try {
      const url = new URL(text);
      if (!["http:", "https:"].includes(url.protocol)) {
        return shape.test(text) && !text.includes("*") ? text : "";
      }
      return text.includes("*") ? "" : url.origin;
    } catch (e) {
      return "";
    }
  }

  /** Returns yes, code, or no. */
  function verdict(policy, text) {
    if (policy.origins.some((pattern) => means(pattern, text))) {
      return "yes";
    }
    const isAnyones = text === "null" || text === "file://";
    return (policy.code && !isAnyones) || policy.cut ? "code" : "no";
  }

  function words(policy, kind) {
    if (kind === "yes") {
      return policy.credentials ? "allowed, with credentials" : "allowed";
    }
    return kind === "no" ? "refused" : policy.code ? "decided by code" : "list is cut: unknown";
  }

  /** Reports whether a template holds what was typed, or matches it as a path. */
  function leads(template, typed) {
    if (template.toLowerCase().includes(typed.toLowerCase())) {
      return true;
    }
    const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const parts = template.split(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/);
    const parameters = template.match(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g) || [];
    const expression = parts.map((part, i) => {
      const parameter = parameters[i] || "";
      const colon = parameter.indexOf(":");
      const own = colon < 0 ? "[^/]+?" : parameter.slice(colon + 1, -1).trim();
      return literal(part) + (parameter ? "(?:" + own + ")" : "");
    }).join("");
    try {
      return new RegExp("^" + expression + "/?$").test(typed);
    } catch (e) {
      return false;
    }
  }

  function show(element, text) {
    const data = element.dataset;
    const policy = data.policy === undefined ? null : policies[+data.policy];
    const kind = policy && text && data.leftOut !== "yes" ? verdict(policy, text) : "no";
    const badge = element.querySelector(".verdict");
    if (badge) {
      badge.className = "verdict " + (text ? kind : "");
      badge.textContent = text ? (policy ? words(policy, kind) : "refused: no policy") : "";
    }
    const isShown = (!path.value.trim() || leads(data.path, path.value.trim()))
      && (!callable.checked || !text || kind !== "no")
      && (!lookedAt.checked || data.lookedAt === "yes");
    element.hidden = !isShown;
    return isShown;
  }

  function update() {
    const typed = origin.value.trim();
    const text = typed ? sent(typed) : "";
    let shown = 0;
    let all = 0;
    for (const element of document.querySelectorAll(".endpoint")) {
      const isShown = show(element, text);
      if (element.localName === "tr") {
        all += 1;
        shown += isShown ? 1 : 0;
      }
    }
    for (const cell of document.querySelectorAll("[data-pattern]")) {
      cell.classList.toggle("hit", text !== "" && means(cell.dataset.pattern, text));
    }
    for (const host of document.querySelectorAll(".host")) {
      const nothing = host.querySelector(".nothing");
      if (nothing) {
        nothing.hidden = host.querySelector(".card:not([hidden])") !== null;
      }
    }
    found.textContent = said(typed, text) + shown + " of " + all + " endpoints are shown.";
  }

  function said(typed, text) {
    if (!typed) {
      return "";
    }
    if (!text) {
      return "That is no origin: write a scheme and a host, as in https://app.example.com. ";
    }
    return text === typed ? "" : "Browsers send " + text + ". ";
  }

  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  update();
})();
