"use strict";
(function () {
  const words = document.body.dataset;
  const plan = document.getElementById("plan");
  const state = document.getElementById("state");
  const text = document.getElementById("text");
  const files = document.getElementById("files");
  const nothing = "{}";
  const longest = 60000;
  const most = 20;
  let token = "";
  let facts = nothing;
  let earlier = [];
  let dropped = [];
  let last = Promise.resolve();

  function stored(name, value) {
    try {
      if (value !== undefined) {
        sessionStorage.setItem("mabsplan " + name, value);
      }
      return sessionStorage.getItem("mabsplan " + name);
    } catch (e) {
      return null;
    }
  }

  function takeToken() {
    token = location.hash.slice(1) || stored("token") || "";
    if (location.hash) {
      stored("token", token);
      history.replaceState(null, "", location.pathname + location.search);
    }
  }

  async function ask(path, query, body, accept) {
    query.lang = words.lang;
    const request = {
      method: "POST",
      body: body,
      headers: {"Authorization": "Bearer " + token, "Accept": accept || "application/json"},
      signal: AbortSignal.timeout(longest)
    };
    const answer = await fetch(path + "?" + new URLSearchParams(query), request).catch(function () {
      throw new Error(words.gone);
    });
    if (answer.status === 401) {
      throw new Error(words.token);
    }
    if (!answer.ok) {
      const problem = await answer.json();
      throw new Error((problem.faults || [problem.detail]).join("\n"));
    }
    return answer;
  }

  // One after the other: each works on the facts that the one before has left.
  function busy(work) {
    async function alone() {
      state.textContent = words.working;
      plan.setAttribute("aria-busy", "true");
      try {
        await work();
        state.textContent = "";
      } catch (e) {
        state.textContent = e.message;
      }
      plan.removeAttribute("aria-busy");
    }
    last = last.then(alone);
  }

  function element(name, content, kind) {
    const made = document.createElement(name);
    made.textContent = content;
    made.className = kind || "";
    return made;
  }

  function hold(next) {
    if (facts !== nothing && facts !== next) {
      earlier = earlier.concat(facts).slice(-most);
    }
    facts = next;
    remember();
  }

  function remember() {
    stored("facts", facts);
    stored("earlier", JSON.stringify(earlier));
    document.getElementById("back").hidden = !earlier.length;
  }

  function show(answer, focus) {
    hold(answer.facts);
    plan.innerHTML = answer.html;
    answer.changed.forEach(function (id) {
      const step = document.getElementById(id);
      step.classList.add("changed");
      step.prepend(element("p", words.changed, "mark"));
    });
    const remarks = document.getElementById("remarks");
    remarks.replaceChildren.apply(remarks, answer.remarks.map(function (one) {
      return element("li", one);
    }));
    const difference = document.getElementById("difference");
    difference.hidden = !answer.difference;
    difference.querySelector("pre").textContent = answer.difference;
    ["save", "anew", "doubt"].forEach(function (id) {
      document.getElementById(id).hidden = false;
    });
    hook();
    if (focus) {
      const first = plan.querySelector(".step h3, h1");
      first.tabIndex = -1;
      first.focus();
    }
  }

  async function planned(query, focus) {
    show(await (await ask("/page/plan", query, facts)).json(), focus);
  }

  async function read(content, name) {
    const held = new Blob([facts]);
    const query = {facts: String(held.size)};
    if (name) {
      query.name = name;
    }
    const server = document.getElementById("server");
    if (server.value.trim()) {
      query.server = server.value.trim();
    }
    const answer = await ask("/page/read", query, new Blob([held, content]));
    show(await answer.json(), true);
  }

  function hook() {
    plan.querySelectorAll("[data-outcome]").forEach(function (button) {
      const came = {step: button.dataset.step, outcome: button.dataset.outcome};
      button.addEventListener("click", function () {
        busy(function () { return planned(came, true); });
      });
    });
    plan.querySelectorAll("[data-error]").forEach(function (item) {
      const button = element("button", words.is);
      button.type = "button";
      button.addEventListener("click", function () {
        const chosen = {error: item.dataset.error, is: item.dataset.is};
        busy(function () { return planned(chosen, true); });
      });
      item.append(button);
    });
    plan.querySelectorAll("[data-copies]").forEach(function (button) {
      const code = document.getElementById(button.dataset.copies);
      const said = document.getElementById("said");
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(code.textContent).then(
          function () {
            said.textContent = said.dataset.copied;
            button.classList.add("copied");
          },
          function () { said.textContent = said.dataset.failed; });
      });
    });
  }

  async function all() {
    const chosen = dropped.concat(Array.from(files.files));
    if (!chosen.length && !text.value.trim()) {
      throw new Error(words.empty);
    }
    for (const file of chosen) {
      await read(file, file.name);
    }
    if (text.value.trim()) {
      await read(text.value, "");
    }
    dropped = [];
    files.value = "";
    text.value = "";
    document.getElementById("server").value = "";
  }

  document.getElementById("ask").addEventListener("submit", function (event) {
    event.preventDefault();
    busy(all);
  });

  document.getElementById("why").addEventListener("submit", function (event) {
    event.preventDefault();
    const because = document.getElementById("because");
    const id = document.getElementById("id").value.trim();
    busy(async function () {
      const answer = await ask("/api/v1/why-not", {id: id}, facts, "text/plain");
      because.textContent = await answer.text();
      because.hidden = false;
    });
  });

  document.getElementById("questions").addEventListener("click", function () {
    const because = document.getElementById("because");
    busy(async function () {
      const answer = await ask("/api/v1/questions", {}, facts, "text/plain");
      because.textContent = await answer.text();
      because.hidden = false;
    });
  });

  document.getElementById("anew").addEventListener("click", function () {
    busy(async function () {
      stored("facts", nothing);
      stored("earlier", "[]");
      location.reload();
    });
  });

  document.getElementById("back").addEventListener("click", function () {
    busy(async function () {
      const answer = await ask("/page/plan", {}, earlier[earlier.length - 1]);
      earlier.pop();
      facts = nothing;
      show(await answer.json(), true);
    });
  });

  document.getElementById("save").addEventListener("click", function () {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([facts], {type: "application/json"}));
    link.download = "facts.json";
    link.click();
    URL.revokeObjectURL(link.href);
  });

  document.addEventListener("dragover", function (event) {
    event.preventDefault();
    document.body.classList.add("over");
  });
  document.addEventListener("dragleave", function () {
    document.body.classList.remove("over");
  });
  document.addEventListener("drop", function (event) {
    event.preventDefault();
    document.body.classList.remove("over");
    dropped = Array.from(event.dataTransfer.files);
    if (dropped.length) {
      busy(all);
    }
  });

  // Who opens the printed address in the same tab stays on the page.
  window.addEventListener("hashchange", function () {
    takeToken();
    state.textContent = "";
  });

  takeToken();
  const before = stored("facts");
  if (before && before !== nothing && token) {
    facts = before;
    earlier = JSON.parse(stored("earlier") || "[]");
    busy(function () { return planned({}, false); });
  } else if (!token) {
    state.textContent = words.token;
  }
})();
