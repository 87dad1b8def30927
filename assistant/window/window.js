// Runs once for each panel of the window. `element`, `trigger` and `watch` are given by gr.HTML.
const reveal = (target) => {
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
  target.scrollIntoView({ block: target.tagName === "MARK" ? "center" : "nearest" });
  target.focus({ preventScroll: true });
};

const copy = async (button) => {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch { // a page of the office network without https has no clipboard
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const before = button.innerHTML;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.innerHTML = before; }, 2000);
};

const mend = (question) => {
  const box = document.querySelector("#question textarea");
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
};

const save = (offer) => {
  const bytes = Uint8Array.from(atob(offer.dataset.content), (sign) => sign.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: offer.dataset.type }));
  link.download = offer.dataset.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

// Tells a screen reader the newest short answer once; the panel itself is drawn anew each time.
const say = (text) => {
  let spoken = document.getElementById("spoken");
  if (!spoken) {
    spoken = document.createElement("p");
    spoken.id = "spoken";
    spoken.className = "unseen";
    spoken.setAttribute("role", "status");
    document.body.append(spoken);
  }
  if (spoken.textContent !== text) spoken.textContent = text;
};

const say_event = { question: "submit", rate: "edit" }; // every other button is a plain click
let rated = null; // the exchange that was rated last: the focus returns to it

element.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) {
    event.preventDefault();
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (target) {
      reveal(target);
    } else { // a plan is open in the place of the cards: ask for the cards with this one in view
      document.dispatchEvent(new CustomEvent("show-card", { detail: link.hash.slice(1) }));
    }
    return;
  }
  const button = event.target.closest("button");
  if (!button) return;
  const data = { ...button.dataset };
  const field = button.closest(".correction")?.querySelector("input");
  if (field) data.value = field.value;
  if (data.copy !== undefined) copy(button);
  else if (data.mend !== undefined) mend(data.mend);
  else if (data.close !== undefined) button.closest("dialog").close();
  else if (data.open !== undefined) {
    document.dispatchEvent(new CustomEvent("open-plan", { detail: data }));
  } else {
    if (data.rate) rated = button.closest(".exchange").id;
    const name = Object.keys(say_event).find((key) => key in data);
    trigger(name ? say_event[name] : "click", data);
  }
});

element.addEventListener("keydown", (event) => { // Enter in a field is a click on its button
  if (event.key !== "Enter" || !event.target.matches(".correction input")) return;
  event.preventDefault();
  event.target.closest(".correction").querySelector("button").click();
});

if (element.closest("#sources")) {
  document.addEventListener("show-card", (event) => trigger("click", { back: event.detail }));
}
if (element.closest("#reader")) {
  document.addEventListener("open-plan", (event) => trigger("click", event.detail));
}

element.addEventListener("toggle", (event) => { // the reasons of a remark may open out of view
  if (event.target.matches(".wrong[open]")) event.target.scrollIntoView({ block: "nearest" });
}, true);

const zone = element.closest("#progress") && element.closest("#intake");
if (zone) { // files dropped on the box go the way of those that are chosen
  for (const kind of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer.files.length) return;
      const input = zone.querySelector('input[type="file"]');
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}

let exchanges = 0;
watch("value", () => {
  const offer = element.querySelector("[data-download]");
  if (offer) { save(offer); return; }
  const dialog = element.querySelector("dialog");
  if (dialog) dialog.showModal();
  const all = element.querySelectorAll(".exchange");
  const newest = all[all.length - 1];
  const waiting = newest?.querySelector(".waiting");
  const grown = waiting || all.length !== exchanges;
  exchanges = waiting ? -1 : all.length;
  if (newest && grown) newest.scrollIntoView({ block: "start" });
  const short = newest?.querySelector(".answer .short, .failure");
  if (short && grown) say(short.textContent);
  const wanted = element.querySelector("[data-focus]");
  const remark = rated && document.getElementById(rated)?.querySelector(".feedback");
  if (remark && element.contains(remark)) {
    rated = null;
    reveal(remark);
  } else if (wanted) {
    reveal(wanted);
  } else if (newest && document.activeElement === document.body
      && matchMedia("(pointer: fine)").matches) {
    document.querySelector("#question textarea")?.focus({ preventScroll: true });
  }
});
