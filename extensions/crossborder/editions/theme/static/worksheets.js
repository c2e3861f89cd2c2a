/* Worksheets: what is entered stays in this window, goes into a file and comes back from one; nothing is sent. */
"use strict";

(() => {
  const VERSION = 1;

  /** All controls of a worksheet, by name. */
  const controls = (sheet) => [...sheet.querySelectorAll("[name]")];

  const isTicked = (control) => control.type === "checkbox" || control.type === "radio";

  /** Return what has been entered, by the name of the control. */
  const read = (sheet) => {
    const values = {};
    for (const control of controls(sheet)) {
      if (isTicked(control) ? control.checked : control.value)
        values[control.name] = control.value;
    }
    return values;
  };

  /** Enter `values`; what they lack becomes empty. */
  const write = (sheet, values) => {
    for (const control of controls(sheet)) {
      const value = values[control.name];
      if (control.type === "checkbox") control.checked = value !== undefined;
      else if (control.type === "radio") control.checked = value === control.value;
      else control.value = typeof value === "string" ? value : "";
      control.classList.toggle("filled", Boolean(value));
    }
  };

  /* The memory of a window ends when it is closed: nobody else at this computer finds a child's data. */
  const key = (sheet) => `worksheet ${sheet.id}`;

  const remember = (sheet) => {
    try {
      sessionStorage.setItem(key(sheet), JSON.stringify(read(sheet)));
    } catch {
      /* a browser that keeps nothing still lets readers print and save to a file */
    }
  };

  const recall = (sheet) => {
    try {
      return JSON.parse(sessionStorage.getItem(key(sheet)) ?? "{}");
    } catch {
      return {};
    }
  };

  const saveToFile = (sheet) => {
    const content = { worksheet: sheet.id, version: VERSION, values: read(sheet) };
    const file = new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${sheet.id}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  /** Return the values in the text of a file; throw if it is no file of this worksheet. */
  const parse = (text, sheet) => {
    const content = JSON.parse(text);
    if (content?.worksheet !== sheet.id || content.version !== VERSION || typeof content.values !== "object")
      throw new TypeError("not a file of this worksheet");
    return content.values;
  };

  const loadFromFile = (sheet, tell) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("change", async () => {
      try {
        write(sheet, parse(await input.files[0].text(), sheet));
        remember(sheet);
        tell(_("The entries were loaded."));
      } catch {
        tell(_("This file does not belong to this worksheet."));
      }
    });
    input.click();
  };

  const clear = (sheet, tell) => {
    if (!window.confirm(_("Clear all entries of this worksheet?"))) return;
    write(sheet, {});
    remember(sheet);
    tell(_("The worksheet is empty."));
  };

  /** On paper only this worksheet is wanted, not the chapter around it. */
  const print = (sheet) => {
    document.body.classList.add("printing-worksheet");
    sheet.classList.add("printed");
    window.addEventListener(
      "afterprint",
      () => {
        document.body.classList.remove("printing-worksheet");
        sheet.classList.remove("printed");
      },
      { once: true },
    );
    window.print();
  };

  const addTools = (sheet) => {
    const tools = document.createElement("div");
    tools.className = "ws-tools";
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    const tell = (text) => (status.textContent = text);
    const buttons = [
      [_("Save to a file"), () => saveToFile(sheet)],
      [_("Load from a file"), () => loadFromFile(sheet, tell)],
      [_("Clear"), () => clear(sheet, tell)],
      [_("Print"), () => print(sheet)],
    ];
    for (const [text, act] of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", act);
      tools.append(button);
    }
    const promise = document.createElement("p");
    promise.textContent = _("What you enter stays in this window until you close it. Nothing is sent.");
    tools.append(promise, status);
    sheet.querySelector(".ws-form").before(tools);
  };

  for (const sheet of document.querySelectorAll("div.worksheet")) {
    if (!controls(sheet).length) continue;
    addTools(sheet);
    write(sheet, recall(sheet));
    sheet.addEventListener("input", (event) => {
      event.target.classList.toggle("filled", Boolean(event.target.value));
      remember(sheet);
    });
  }
})();
