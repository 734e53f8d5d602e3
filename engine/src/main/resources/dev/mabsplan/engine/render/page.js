"use strict";
(function () {
  const key = "mabsplan " + document.body.dataset.plan;
  const said = document.getElementById("said");
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key)) || {};
  } catch (e) {
    kept = {};
  }

  function keep(name, value) {
    kept[name] = value;
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch (e) {
      said.textContent = String(e);
    }
  }

  document.querySelectorAll("input").forEach(function (input) {
    const tick = input.type === "checkbox";
    if (Object.hasOwn(kept, input.name)) {
      input.checked = tick ? kept[input.name] === true : kept[input.name] === input.value;
    }
    input.addEventListener("change", function () {
      keep(input.name, tick ? input.checked : input.value);
    });
  });

  function selected(code) {
    const range = document.createRange();
    range.selectNodeContents(code);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy");
  }

  document.querySelectorAll("button").forEach(function (button) {
    const code = document.getElementById(button.dataset.copies);
    function tell(copied) {
      button.classList.toggle("copied", copied);
      said.textContent = copied ? said.dataset.copied : said.dataset.failed;
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      said.textContent = "";
      if (navigator.clipboard) {
        navigator.clipboard.writeText(code.textContent).then(
          function () { tell(true); },
          function () { tell(selected(code)); });
      } else {
        tell(selected(code));
      }
    });
  });
})();
