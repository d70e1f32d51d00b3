// Buttons that save a drawing (SVG, PNG for print) or copy a table. Without scripts the page lacks them and nothing else.
(() => {
  const DPI = 600, MM_PER_PX = 85 / 440; // drawings are made for a column of 85 mm
  const button = (words, title, act) => {
    const b = document.createElement("button");
    b.type = "button"; b.textContent = words; b.title = title;
    b.addEventListener("click", () => act(b));
    return b;
  };
  const tools = (before, ...buttons) => {
    const row = document.createElement("div");
    row.className = "tools";
    row.append(...buttons);
    before.before(row);
  };
  const save = (blob, name) => {
    const a = document.createElement("a");
    a.href = URL.createObjectURL(blob); a.download = name;
    document.body.append(a); a.click(); a.remove();
    setTimeout(() => URL.revokeObjectURL(a.href), 10000);
  };
  const said = (b, words) => {
    const was = b.dataset.words ??= b.textContent;
    b.textContent = words;
    setTimeout(() => { b.textContent = was; }, 2000);
  };
  const source = svg => new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg)], {type: "image/svg+xml"});

  const crc = bytes => {
    let c = ~0;
    for (const byte of bytes) {
      c ^= byte;
      for (let k = 0; k < 8; k++) c = c & 1 ? c >>> 1 ^ 0xedb88320 : c >>> 1;
    }
    return ~c >>> 0;
  };
  // pHYs, right after the header of 33 bytes, tells the size in print
  const sized = (png, dpi) => {
    const chunk = new DataView(new ArrayBuffer(21)), perMetre = Math.round(dpi / 0.0254);
    chunk.setUint32(0, 9);
    [0x70, 0x48, 0x59, 0x73].forEach((letter, n) => chunk.setUint8(4 + n, letter));
    chunk.setUint32(8, perMetre); chunk.setUint32(12, perMetre); chunk.setUint8(16, 1);
    chunk.setUint32(17, crc(new Uint8Array(chunk.buffer, 4, 13)));
    return new Blob([png.slice(0, 33), chunk.buffer, png.slice(33)], {type: "image/png"});
  };
  const savePng = (svg, name, b) => {
    const width = svg.viewBox.baseVal.width, height = svg.viewBox.baseVal.height;
    const scale = MM_PER_PX / 25.4 * DPI;
    const url = URL.createObjectURL(source(svg)), image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale); canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob(async blob => {
        if (!blob) return said(b, "too large");
        save(sized(await blob.arrayBuffer(), DPI), name + ".png");
      }, "image/png");
    };
    image.onerror = () => said(b, "failed");
    image.src = url;
  };

  const plain = text => text.replace(/[&<>]/g, c => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[c]);
  const copy = (figure, b) => {
    const rows = [...figure.querySelectorAll("tr")].map(row => [...row.cells]);
    const caption = figure.querySelector("figcaption").textContent;
    const html = "<p>" + plain(caption) + '</p><table border="1" style="border-collapse:collapse">' + rows.map((row, n) => "<tr>" + row.map(cell => {
      const tag = n === 0 ? "th" : "td";
      return "<" + tag + (cell.classList.contains("number") ? ' align="right"' : ' align="left"') + ">" + plain(cell.textContent) + "</" + tag + ">";
    }).join("") + "</tr>").join("") + "</table>";
    const tsv = rows.map(row => row.map(cell => cell.textContent.replace(/\s+/g, " ")).join("\t")).join("\n");
    const fill = event => {
      event.preventDefault();
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", tsv);
    };
    document.addEventListener("copy", fill, {once: true});
    const done = document.execCommand("copy"); // works from a file too, where the newer interface may be refused
    document.removeEventListener("copy", fill);
    said(b, done ? "copied" : "refused");
  };

  document.querySelectorAll("figure").forEach(figure => {
    const svg = figure.querySelector(":scope > .drawing > svg"), caption = figure.querySelector("figcaption"), name = "figure-" + figure.id;
    if (svg) {
      tools(caption,
        button("SVG", "Save this figure as SVG", () => save(source(svg), name + ".svg")),
        button("PNG", "Save this figure as PNG, " + DPI + " dpi in print", b => savePng(svg, name, b)));
    } else if (figure.classList.contains("table")) {
      tools(figure.querySelector(".scroll"), button("Copy", "Copy this table for a manuscript or a spreadsheet", b => copy(figure, b)));
    }
  });
})();
