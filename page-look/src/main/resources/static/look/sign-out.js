// Another service of the same host may have renewed the token since this page came: the cookie has the newest.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", () => {
    const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("XSRF-TOKEN="));
    const token = form.elements.namedItem("_csrf");
    if (cookie !== undefined && token !== null) {
      token.value = cookie.slice("XSRF-TOKEN=".length);
    }
  });
}
