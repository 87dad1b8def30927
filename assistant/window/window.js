// Runs once for each of the two panels. `element`, `trigger` and `watch` are given by gr.HTML.
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
  }
  button.textContent = "Đã sao chép";
  setTimeout(() => { button.textContent = "Sao chép"; }, 2000);
};

const mend = (question) => {
  const box = document.querySelector("#question textarea");
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
};

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
  if (button.dataset.copy) copy(button);
  else if (button.dataset.mend) mend(button.dataset.mend);
  else trigger("click", { ...button.dataset });
});

if (element.closest("#sources")) {
  document.addEventListener("show-card", (event) => trigger("click", { back: event.detail }));
  element.setAttribute("role", "complementary");
  element.setAttribute("aria-label", "Nguồn");
} else {
  element.setAttribute("role", "log");
  element.setAttribute("aria-label", "Cuộc trò chuyện");
}

watch("value", () => {
  const newest = element.querySelector(".exchange:last-child");
  if (newest) newest.scrollIntoView({ block: "start" });
  const wanted = element.querySelector("[data-focus]");
  if (wanted) {
    reveal(wanted);
  } else if (document.activeElement === document.body && matchMedia("(pointer: fine)").matches) {
    document.querySelector("#question textarea")?.focus({ preventScroll: true });
  }
});
