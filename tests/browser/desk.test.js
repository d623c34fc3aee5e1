// The page of `sop desk` as a person uses it: by mouse and by keyboard, on a wide and a narrow screen.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, ofPackage, passingFolder, program, root, sop, write } from "./program.js";

const OFFICE = join(root, "tests/suite/data/office");
const EXAMPLE = readFileSync(join(root, "examples/surat-masuk.yaml"), "utf8");
const HOSTILE = `<img src=x onerror="window.jahat=1">`;

let started;
before(async () => { started = await browser(); });
after(async () => { await started?.close(); });

/** The program serving a folder with these files. */
async function served(files) {
  const folder = passingFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const child = spawn(program, ["desk", folder, "--no-open"], { stdio: ["ignore", "pipe", "ignore"] });
  const address = await new Promise((found, failed) => {
    child.stdout.once("data", (bytes) => found(String(bytes).trim()));
    child.once("exit", () => failed(new Error("the program ended")));
  });
  return { folder, address, stop: () => child.kill() };
}

/** A page of the program, closed with it; what goes wrong in it, and whatever it asks of others, is a fault. */
async function opened(t, files, options = {}, expected = /409/) {
  const desk = await served(files);
  const context = await started.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !expected.test(message.text()) && faults.push(message.text()));
  page.on("request", (request) => /^https?:/.test(request.url()) && !request.url().startsWith(desk.address) && faults.push(request.url()));
  t.after(async () => {
    await context.close();
    desk.stop();
    assert.deepEqual(faults, []);
  });
  await page.goto(desk.address);
  return { ...desk, page };
}

/** A file that is dropped on the page. */
async function drop(page, path, name) {
  const bytes = [...readFileSync(path)];
  const transfer = await page.evaluateHandle(([bytes, name]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, [bytes, name]);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await page.waitForSelector("main.desk");
}

/** What is wrong for people who hear the page, or see little. */
async function accessible(page, what) {
  await page.evaluate(ofPackage("axe-core/axe.min.js") + ";0");
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations.filter((it) => it.impact === "serious" || it.impact === "critical");
  assert.deepEqual(grave.map((it) => [it.id, it.nodes.map((node) => node.html.slice(0, 160))]), [], what);
}

/** The words of the pages of the print. */
const printed = (page) => page.locator(".pages").innerText();

test("a Word file is dropped, mended, saved and printed", async (t) => {
  const { page, folder } = await opened(t, {});
  await drop(page, join(OFFICE, "pinjam-arsip-drawingml.docx"), "pinjam.docx");
  assert.equal(await page.locator("tr.step").count(), 4);
  assert.match(await printed(page), /PEMINJAMAN ARSIP/);
  // Every finding leads to its field; what they ask for is filled in.
  await page.fill("#f-dasar_hukum-2", "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan");
  for (const [key, text] of [["keterkaitan", "SOP Pengembalian Arsip"], ["peralatan_perlengkapan", "Komputer"], ["peringatan", "Jika SOP ini tidak dilaksanakan maka arsip dapat hilang"], ["pencatatan_pendataan", "Buku peminjaman arsip"]]) {
    await page.fill(`#f-${key}-1`, text);
  }
  await page.locator("#f-keterkaitan-1").blur();
  await page.waitForFunction(() => !document.querySelector(".finding.warning, .finding.error"));
  assert.match(await page.locator(".ready").getAttribute("class"), /final/);
  await page.keyboard.press("Control+s");
  await page.waitForFunction(() => document.querySelector(".bar .name").textContent.includes("tersimpan"));
  assert.match(readFileSync(join(folder, "pinjam.yaml"), "utf8"), /SOP Pengembalian Arsip/);
  await page.click("button[data-act=exports]");
  const download = page.waitForEvent("download");
  await page.click("dialog button[data-to=pdf]");
  const file = await download;
  assert.equal(file.suggestedFilename(), "pinjam.pdf");
  assert.equal(readFileSync(await file.path()).subarray(0, 5).toString(), "%PDF-");
  write("desk.png", await page.screenshot());
});

test("values in doubt are confirmed with one key", async (t) => {
  const doubtful = EXAMPLE + "konversi:\n  sumber: lama.txt\n  tinjau:\n    - {bidang: kegiatan/2/waktu, cara: diperbaiki}\n    - {bidang: identitas/nomor, cara: disimpulkan, keyakinan: 0.9}\n";
  const { page } = await opened(t, { "a.yaml": doubtful });
  await page.click("button[data-path='a.yaml']");
  await page.waitForSelector(".ready.draft");
  assert.match(await printed(page), /KONSEP/);
  await page.keyboard.press("F8");
  assert.equal(await page.evaluate(() => document.activeElement.id), "f-r1-waktu");
  await page.keyboard.press("F9");
  await page.waitForFunction(() => document.activeElement.id === "f-identitas-nomor");
  await page.keyboard.press("F9");
  await page.waitForSelector(".ready:not(.draft)");
  assert.doesNotMatch(await printed(page), /KONSEP/);
  await page.keyboard.press("Control+z");
  await page.waitForSelector(".ready.draft");
});

test("steps, actors, symbols and arrows are edited, and undone", async (t) => {
  const { page } = await opened(t, { "a.yaml": EXAMPLE });
  await page.click("button[data-path='a.yaml']");
  await page.fill("#f-r0-uraian", "Menerima surat dari kurir");
  await page.waitForFunction(() => document.querySelector(".pages").textContent.includes("kurir"));
  // A new step by the keyboard, where the last symbol was.
  await page.focus("#f-r1-uraian");
  await page.keyboard.press("Alt+Enter");
  await page.waitForFunction(() => document.querySelectorAll("tr.step").length === 7);
  await page.waitForFunction(() => document.activeElement.id === "f-r2-uraian");
  await page.keyboard.type("Memeriksa kelengkapan surat");
  await page.waitForFunction(() => document.querySelector(".pages").textContent.includes("kelengkapan"));
  // It becomes a decision with two arrows.
  await page.click("#c-2-1");
  await page.check("dialog input[value=keputusan]");
  await page.click("dialog button[data-kind=ya]");
  await page.waitForSelector("dialog .arrow");
  await page.click("dialog button[data-kind=tidak]");
  await page.waitForSelector("dialog .arrow[data-way='1']");
  await page.selectOption("dialog .arrow[data-way='1'] select[data-act=arrow-to]", "0:0");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("#c-2-1").textContent.includes("Tidak → 1"));
  assert.match(await page.locator("#c-2-1").innerText(), /Ya → 4/);
  // Moved up, its number and the arrows follow.
  await page.focus("#f-r2-uraian");
  await page.keyboard.press("Alt+ArrowUp");
  await page.waitForFunction(() => document.querySelector("#c-1-1").textContent.includes("Ya → 4"));
  // An actor more.
  await page.click("button[data-act=add-actor]");
  await page.fill("#actor-name", "Pemohon");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("button.actor").length === 5);
  for (let step = 0; step < 12; step++) await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll("tr.step").length === 6 && document.querySelectorAll("button.actor").length === 4);
  await page.waitForFunction(() => document.querySelector("#f-r0-uraian").value.startsWith("Menerima dan mencatat"));
  await page.keyboard.press("Control+y");
  await page.waitForFunction(() => document.querySelector("#f-r0-uraian").value.includes("kurir"));
});

test("a fix is previewed, made and undone", async (t) => {
  const { page } = await opened(t, { "a.yaml": EXAMPLE.replace("nomor: 6\n", "nomor: 8\n") });
  await page.click("button[data-path='a.yaml']");
  await page.click(".finding button[data-act=fix]");
  await page.waitForSelector("dialog .changes");
  assert.match(await page.locator("dialog .changes tbody").innerText(), /Langkah 6, Nomor\s+8\s+6/);
  await page.click("dialog button[data-act=apply-fix]");
  await page.waitForFunction(() => !document.querySelector(".finding button[data-act=fix]"));
  await page.keyboard.press("Control+z");
  await page.waitForSelector(".finding button[data-act=fix]");
});

test("a change on disk meanwhile asks what to do", async (t) => {
  const { page, folder } = await opened(t, { "a.yaml": EXAMPLE });
  await page.click("button[data-path='a.yaml']");
  await page.fill("#f-r0-uraian", "Menerima surat punya saya");
  await page.waitForFunction(() => document.querySelector(".pages").textContent.includes("saya"));
  const theirs = EXAMPLE.replace("Menerima dan mencatat", "Mencatat");
  writeFileSync(join(folder, "a.yaml"), theirs);
  await page.click("button[data-act=save]");
  await page.waitForSelector("dialog button[data-act=keep-mine]");
  await accessible(page, "conflict");
  assert.equal(readFileSync(join(folder, "a.yaml"), "utf8"), theirs);
  await page.click("dialog button[data-act=save-copy]");
  await page.waitForFunction(() => document.querySelector(".bar .name").textContent.includes("a-2.yaml"));
  assert.match(readFileSync(join(folder, "a-2.yaml"), "utf8"), /punya saya/);
  assert.equal(readFileSync(join(folder, "a.yaml"), "utf8"), theirs);
});

test("hostile names and texts are text and nothing else", async (t) => {
  const text = EXAMPLE.replace("nama: Pengelolaan Surat Masuk", `nama: '${HOSTILE}'`).replace("uraian: Menerima", `uraian: '${HOSTILE}' #`).replace("nama: Camat}", `nama: '</text><script>window.jahat=1</script>'}`);
  const name = `a' onfocus=alert(1) <b>.yaml`;
  const { page } = await opened(t, { [name]: text });
  await page.waitForSelector(".documents button.link");
  await page.click(".documents button.link");
  await page.waitForSelector("main.desk");
  assert.equal(await page.inputValue("#f-identitas-nama"), HOSTILE);
  await page.fill("#f-r1-uraian", HOSTILE);
  await page.waitForTimeout(600);
  await page.click("#c-0-0");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => window.jahat), undefined);
  assert.equal(await page.locator("main img, main script, main.desk iframe").count(), 0);
  await page.click("button[data-act=save]");
  await page.waitForFunction(() => document.querySelector(".bar .name").textContent.includes("tersimpan"));
});

test("a wrong secret or host gets nothing", async (t) => {
  const { page, address } = await opened(t, { "a.yaml": EXAMPLE });
  const url = new URL(address);
  const asked = (path, host) => new Promise((found) => get({ host: "127.0.0.1", port: url.port, path, headers: { host } }, (answer) => found(answer.statusCode)));
  assert.equal(await asked(url.pathname, url.host), 200);
  assert.equal(await asked("/salah/", url.host), 403);
  assert.equal(await asked(url.pathname, "jahat.example"), 403);
  // Nor does a page of another origin, in the same browser.
  const other = await page.context().newPage();
  await other.route("http://jahat.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>x" }));
  await other.goto("http://jahat.example/");
  const got = await other.evaluate((address) => fetch(`${address}api/start`, { mode: "no-cors" }).then((it) => it.type, () => "refused"), address);
  assert.ok(["opaque", "refused"].includes(got));
  const posted = await other.evaluate((address) => fetch(`${address}api/save`, { method: "POST", mode: "no-cors", body: JSON.stringify({ path: "b.yaml", doc: "x" }) }).then((it) => it.type, () => "refused"), address);
  assert.ok(["opaque", "refused"].includes(posted));
  await other.close();
});

test("everything is done by the keyboard alone", async (t) => {
  const { page } = await opened(t, { "a.yaml": EXAMPLE });
  await page.waitForSelector(".documents button.link");
  await page.focus(".documents button.link");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main.desk");
  await page.focus("#c-0-1");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "c-0-1", "focus comes back");
  await page.focus("#f-peringatan-1");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "f-peringatan-2");
  await page.keyboard.type("Jika terlambat maka dilaporkan");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.querySelector("#f-peringatan-2").value.includes("dilaporkan"));
});

/** Typed as a person does: the page is drawn anew between the letters. */
const slowly = (page, text) => page.keyboard.type(text, { delay: 60 });

/** What the items of a list show, once they show this. */
async function showsItems(page, key, items) {
  const shown = () => page.evaluate((key) => [...document.querySelectorAll(`[data-list="${key}"] textarea`)].map((it) => it.value), key);
  for (let tries = 0; tries < 40 && JSON.stringify(await shown()) !== JSON.stringify(items); tries++) await page.waitForTimeout(100);
  assert.deepEqual(await shown(), items);
}

test("items of a list are typed at the speed of a person", async (t) => {
  const { page, folder } = await opened(t, { "a.yaml": EXAMPLE });
  await page.click("button[data-path='a.yaml']");
  await page.waitForSelector("main.desk");
  const first = await page.inputValue("#f-peringatan-1");
  const at = (id) => page.waitForFunction((id) => document.activeElement.id === id, `f-peringatan-${id}`);
  await page.focus("#f-peringatan-1");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await at(2);
  await slowly(page, "Surat hilang");
  await showsItems(page, "peringatan", [first, "Surat hilang", ""]);
  // One between the two, one above all, and one split in two.
  await page.focus("#f-peringatan-1");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await at(2);
  await slowly(page, "Surat rusak");
  await showsItems(page, "peringatan", [first, "Surat rusak", "Surat hilang", ""]);
  await page.focus("#f-peringatan-1");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await at(2);
  await showsItems(page, "peringatan", ["", first, "Surat rusak", "Surat hilang", ""]);
  await page.focus("#f-peringatan-1");
  await slowly(page, "Surat salah");
  await showsItems(page, "peringatan", ["Surat salah", first, "Surat rusak", "Surat hilang", ""]);
  await page.focus("#f-peringatan-3");
  await page.keyboard.press("Control+Home");
  for (let letter = 0; letter < 6; letter++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await at(4);
  await showsItems(page, "peringatan", ["Surat salah", first, "Surat", "rusak", "Surat hilang", ""]);
  // Emptied letter by letter and written anew, with more below it.
  await page.focus("#f-peringatan-3");
  await page.keyboard.press("Control+End");
  for (let letter = 0; letter < 5; letter++) await page.keyboard.press("Backspace", { delay: 60 });
  await page.waitForTimeout(200);
  await slowly(page, "Berkas");
  await showsItems(page, "peringatan", ["Surat salah", first, "Berkas", "rusak", "Surat hilang", ""]);
  await page.keyboard.press("Control+s");
  await page.waitForFunction(() => document.querySelector(".bar .name").textContent.includes("tersimpan"));
  const list = readFileSync(join(folder, "a.yaml"), "utf8").split("peringatan:\n")[1].split("\npencatatan")[0];
  assert.deepEqual(list.split("\n").map((it) => it.replace("  - ", "")), ["Surat salah", first, "Berkas", "rusak", "Surat hilang"]);
});

/** Answers of the program come late, as from a slow machine. */
async function slowed(page, delay = 400) {
  await page.route(/api\/(look|save|mending|rule|stamp)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue().catch(() => {});
  });
}

/** A document opened in a page whose program is slow. */
async function slow(t, text, delay) {
  const desk = await opened(t, { "a.yaml": text, "b.yaml": EXAMPLE.replaceAll("Surat Masuk", "Surat Keluar") });
  await desk.page.click("button[data-path='a.yaml']");
  await desk.page.waitForSelector("main.desk");
  await slowed(desk.page, delay);
  return desk;
}

/** What the file holds once all is saved. */
async function saved({ page, folder }, name = "a.yaml") {
  await page.keyboard.press("Control+s");
  await page.waitForFunction(() => document.querySelector(".bar .name").textContent.includes("tersimpan"));
  return JSON.parse(sop("convert", "--to", "json", join(folder, name)));
}

const shows = (page, id, text) => page.waitForFunction(([id, text]) => document.getElementById(id)?.value === text, [id, text]);

test("items typed faster than the program answers stay what and where they are", async (t) => {
  const desk = await slow(t, EXAMPLE);
  const { page } = desk;
  const { keyboard } = page;
  await page.focus("#f-r1-kelengkapan-1");
  await keyboard.press("Control+End");
  for (const item of ["Nota dinas", "Agenda"]) {
    await keyboard.press("Enter");
    await slowly(page, item);
  }
  // One is parted, one is joined to the one above, and one that was opened is taken back.
  await page.focus("#f-keterkaitan-1");
  await keyboard.press("Control+Home");
  for (let letter = 0; letter < 4; letter++) await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await slowly(page, "Tata ");
  await page.focus("#f-kualifikasi_pelaksana-2");
  await keyboard.press("Control+Home");
  await keyboard.press("Backspace");
  await slowly(page, "dan ");
  await page.focus("#f-peringatan-1");
  await keyboard.press("Control+End");
  await keyboard.press("Enter");
  await keyboard.press("Backspace");
  await slowly(page, " lagi");
  // Two are emptied, and the one between them is changed.
  for (const item of [1, 3]) {
    await page.focus(`#f-dasar_hukum-${item}`);
    await keyboard.press("Control+a");
    await keyboard.press("Delete");
  }
  await page.focus("#f-dasar_hukum-2");
  await keyboard.press("Control+End");
  await slowly(page, " dst");
  await page.focus("#f-peralatan_perlengkapan-3");
  await keyboard.insertText("Satu\nDua\nTiga");
  await slowly(page, " lagi");
  const sop = await saved(desk);
  assert.deepEqual(sop.kegiatan[1].kelengkapan, ["Surat masuk tercatat", "Nota dinas", "Agenda", "Lembar disposisi"]);
  assert.deepEqual(sop.keterkaitan, ["SOP", "Tata Pengelolaan Surat Keluar", "SOP Penataan Arsip Dinamis"]);
  assert.deepEqual(sop.kualifikasi_pelaksana, ["Memahami tata naskah dinas dan Mampu mengoperasikan komputer"]);
  assert.deepEqual(sop.peringatan, ["Jika SOP ini tidak dilaksanakan maka surat terlambat ditindaklanjuti lagi"]);
  assert.deepEqual(sop.dasar_hukum.map((it) => it.slice(-15)), ["emerintahan dst", "erangkat Daerah"]);
  assert.deepEqual(sop.peralatan_perlengkapan, ["Komputer dan pencetak", "Pemindai", "Satu", "Dua", "Tiga lagi"]);
});

test("rows and fields are changed faster than the program answers", async (t) => {
  const desk = await slow(t, EXAMPLE);
  const { page } = desk;
  const { keyboard } = page;
  await page.focus("#f-r1-uraian");
  await keyboard.press("Alt+Enter");
  await slowly(page, "Mencatat");
  await page.focus("#f-r4-uraian");
  await keyboard.press("Alt+ArrowUp");
  await keyboard.press("Alt+ArrowUp");
  await keyboard.press("Control+End");
  await slowly(page, " segera");
  await page.click("button.rowmenu[data-at='0']");
  await page.click("dialog button[data-act=row-remove]");
  await page.focus("#f-r0-uraian");
  await keyboard.press("Control+End");
  await slowly(page, " surat");
  await keyboard.press("Tab");
  await keyboard.press("Shift+Tab");
  await keyboard.press("Control+End");
  await slowly(page, "!");
  const { kegiatan } = await saved(desk);
  assert.deepEqual(kegiatan.slice(0, 4).map((it) => it.uraian), [
    "Menelaah isi surat dan menuliskan saran pada lembar disposisi surat!",
    "Menyusun bahan tindak lanjut sesuai dengan disposisi segera",
    "Mencatat",
    "Memberikan disposisi kepada Kepala Seksi",
  ]);
});

test("a heading comes and goes, and all rows stay", async (t) => {
  const { page, folder } = await opened(t, { "a.yaml": EXAMPLE });
  await page.click("button[data-path='a.yaml']");
  const rows = () => page.evaluate(() => [...document.querySelectorAll("tr.step td.uraian textarea")].filter((it) => it.value).length);
  await page.click("button.rowmenu[data-at='2']");
  await page.click("dialog button[data-act=row-heading]");
  await page.waitForFunction(() => document.activeElement.id === "f-h2");
  await page.waitForTimeout(400);
  assert.equal(await rows(), 6);
  // Emptied and written anew, it is there as long as somebody is at it.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.waitForTimeout(400);
  await slowly(page, "Tahap dua");
  assert.match(JSON.stringify(await saved({ page, folder })), /Tahap dua/);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => !document.getElementById("f-h2"));
  assert.equal(await rows(), 6);
});

test("undo does not wait for the program, and field and file agree", async (t) => {
  const desk = await slow(t, EXAMPLE);
  const { page } = desk;
  const { keyboard } = page;
  const add = async (id, text) => {
    await page.focus(id);
    await keyboard.press("Control+End");
    await slowly(page, text);
  };
  await add("#f-identitas-instansi", " A");
  await add("#f-identitas-unit_kerja", " B");
  await add("#f-identitas-nama", " C");
  await keyboard.press("Control+z");
  await keyboard.press("Control+z");
  await keyboard.press("Control+y");
  await slowly(page, " D");
  const { identitas } = await saved(desk);
  assert.deepEqual([identitas.instansi, identitas.unit_kerja, identitas.nama], ["Kecamatan Sukamaju Kabupaten Contoh A", "Sekretariat B", "Pengelolaan Surat Masuk D"]);
  assert.equal(await page.inputValue("#f-identitas-nama"), "Pengelolaan Surat Masuk D");
});

test("what is saved is what was written until then, and a word more is not saved", async (t) => {
  const desk = await slow(t, EXAMPLE);
  const { page, folder } = desk;
  await page.focus("#f-identitas-nama");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" kata");
  assert.match(await page.locator(".bar .name").innerText(), /belum disimpan/);
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Control+s");
  await page.waitForFunction(() => document.querySelector("#toast").textContent.includes("Tersimpan"));
  assert.match(readFileSync(join(folder, "a.yaml"), "utf8"), /Surat Masuk kata\n/);
  await page.waitForTimeout(1200);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.keyboard.type(" lagi");
  // Left now, the last word would be lost.
  await page.click("button[data-act=home]");
  await page.waitForSelector("dialog button[data-act=leave]");
});

test("an answer that comes late is not put into another document", async (t) => {
  const desk = await slow(t, EXAMPLE, 2000);
  const { page, folder } = desk;
  await page.focus("#f-identitas-nama");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" kata");
  await page.click("button[data-act=home]");
  await page.click("dialog button[data-act=leave]");
  await page.click("button[data-path='b.yaml']");
  await shows(page, "f-identitas-nama", "Pengelolaan Surat Keluar");
  await page.waitForTimeout(2500);
  assert.equal(await page.inputValue("#f-identitas-nama"), "Pengelolaan Surat Keluar");
  await page.keyboard.press("Control+s");
  await page.waitForFunction(() => document.querySelector("#toast").textContent.includes("Tersimpan"));
  assert.match(readFileSync(join(folder, "b.yaml"), "utf8"), /nama: Pengelolaan Surat Keluar\n/);
});

test("dialogs are used faster than the program answers", async (t) => {
  const desk = await slow(t, EXAMPLE.replace("nomor: 6\n", "nomor: 8\n"), 900);
  const { page } = desk;
  await page.click("#c-1-1");
  await page.check("dialog input[value=keputusan]");
  await page.click("dialog button[data-kind=ya]");
  // Two clicks at the same place in a row are one of them too many.
  await page.waitForTimeout(600);
  await page.click("dialog button[data-kind=tidak]");
  await page.keyboard.press("Escape");
  await page.click("button.actor[data-at='3']");
  await page.fill("#actor-name", "Kepala Bidang");
  await page.check("dialog input[data-act=actor-external]");
  await page.waitForTimeout(600);
  assert.equal(await page.inputValue("#actor-name"), "Kepala Bidang");
  await page.click("dialog button[data-act=actor-name]");
  await page.click("button.actor[data-at='3']");
  await page.click("dialog button[data-act=actor-left]");
  await page.click("dialog button[data-act=actor-left]");
  await page.keyboard.press("Escape");
  await page.click("button[data-act=ignore] >> nth=0");
  await page.keyboard.type("memang begitu");
  await page.keyboard.press("Tab");
  await page.waitForTimeout(1500);
  assert.equal(await page.inputValue("#ignore-reason"), "memang begitu");
  await page.keyboard.press("Escape");
  const { kegiatan, pelaksana } = await saved(desk);
  assert.ok("ya" in kegiatan[1] && "tidak" in kegiatan[1]);
  assert.deepEqual(pelaksana.map((it) => it.nama), ["Pengadministrasi Umum", "Kepala Bidang", "Sekretaris Camat", "Camat"]);
  assert.equal(pelaksana[1].eksternal, true);
});

test("of a file with several SOPs each keeps its own changes", async (t) => {
  const other = EXAMPLE.replace(/^#.*\n/gm, "").replaceAll("Surat Masuk", "Surat Keluar");
  const desk = await slow(t, `${EXAMPLE}---\n${other}`);
  const { page } = desk;
  await page.focus("#f-identitas-nama");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" kata");
  await page.selectOption("select[data-act=sop]", "1");
  // The form of the first one takes nothing any more.
  await page.evaluate(() => document.getElementById("f-identitas-nama").focus());
  await page.keyboard.type("ZZ");
  await shows(page, "f-identitas-nama", "Pengelolaan Surat Keluar");
  await page.click("button[data-act=home]");
  await page.click("dialog button[data-act=close]");
  const sops = await saved(desk);
  assert.deepEqual(sops.map((it) => it.identitas.nama), ["Pengelolaan Surat Masuk kata", "Pengelolaan Surat Keluar"]);
  await page.keyboard.press("Control+z");
  await shows(page, "f-identitas-nama", "Pengelolaan Surat Masuk");
});

test("what is written stays where the program does not answer, and goes on when it does", async (t) => {
  const desk = await opened(t, { "a.yaml": EXAMPLE }, {}, /Failed to load resource/);
  const { page } = desk;
  await page.click("button[data-path='a.yaml']");
  await page.waitForSelector("main.desk");
  await page.route(/api\/(look|save)/, (route) => route.abort());
  await page.focus("#f-identitas-nama");
  await page.keyboard.press("Control+End");
  await slowly(page, " kata");
  await page.keyboard.press("Tab");
  await page.waitForSelector("#toast.grave.on");
  assert.equal(await page.inputValue("#f-identitas-nama"), "Pengelolaan Surat Masuk kata");
  await page.keyboard.press("Control+s");
  await page.waitForSelector("dialog button[data-act=download-last]");
  await accessible(page, "no answer");
  await page.keyboard.press("Escape");
  await page.unroute(/api\/(look|save)/);
  assert.equal((await saved(desk)).identitas.nama, "Pengelolaan Surat Masuk kata");
});

test("a file that changed on disk is shown anew, but not over what is being written", async (t) => {
  const { page, folder } = await slow(t, EXAMPLE, 300);
  const back = () => page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.focus("#f-identitas-nama");
  writeFileSync(join(folder, "a.yaml"), EXAMPLE.replace("nama: Pengelolaan Surat Masuk", "nama: Penanganan Surat"));
  await back();
  await shows(page, "f-identitas-nama", "Penanganan Surat");
  await page.keyboard.press("Control+End");
  writeFileSync(join(folder, "a.yaml"), EXAMPLE);
  await back();
  await slowly(page, " kata");
  await page.waitForFunction(() => document.querySelector("#toast").textContent.includes("diubah di folder"));
  assert.equal(await page.inputValue("#f-identitas-nama"), "Penanganan Surat kata");
});

test("a click is not lost where the list above closes under it", async (t) => {
  const { page } = await opened(t, { "a.yaml": EXAMPLE.replace("[Surat masuk, Buku agenda]", "[A, B, C, D, E, F, G, H]") });
  await page.click("button[data-path='a.yaml']");
  await page.focus("#f-r0-kelengkapan-2");
  await page.click("button.rowmenu[data-at='1']", { position: { x: 10, y: 4 }, delay: 150 });
  await page.waitForSelector("dialog button[data-act=row-up]");
});

test("an item that was opened is still there after a look at another window", async (t) => {
  const desk = await opened(t, { "a.yaml": EXAMPLE });
  const { page } = desk;
  await page.click("button[data-path='a.yaml']");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await page.focus("#f-keterkaitan-1");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  const other = await page.context().newPage();
  await other.bringToFront();
  await page.waitForTimeout(300);
  await page.bringToFront();
  await slowly(page, "Tengah");
  assert.deepEqual((await saved(desk)).keterkaitan, ["SOP Pengelolaan Surat Keluar", "Tengah", "SOP Penataan Arsip Dinamis"]);
});

test("values are confirmed faster than the program answers", async (t) => {
  const doubts = "identitas/nomor kegiatan/2/waktu kegiatan/4/waktu".split(" ").map((it) => `    - {bidang: ${it}, cara: diperbaiki}\n`);
  const { page } = await slow(t, `${EXAMPLE}konversi:\n  sumber: lama.txt\n  tinjau:\n${doubts.join("")}`);
  for (const key of ["F8", "F9", "F9"]) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector(".ready").textContent.includes("1 isian"));
  assert.equal(await page.locator("#toast.grave.on").count(), 0);
  assert.equal(await page.locator(".doubts li").count(), 1);
});

for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]]) {
  test(`readable at ${width} pixels, ${colorScheme}`, async (t) => {
    const { page, folder } = await opened(t, { "a.yaml": EXAMPLE, "b.yaml": EXAMPLE.replaceAll("10 menit", "sebentar") }, { viewport: { width, height: 844 }, colorScheme });
    copyFileSync(join(OFFICE, "dua-sop.xlsx"), join(folder, "c.xlsx"));
    await page.click("button[data-act=refresh]");
    await page.waitForFunction(() => document.querySelectorAll(".documents tbody tr").length === 3);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    await accessible(page, "start");
    assert.ok(await fits(), "start page is wider than the screen");
    write(`desk-start-${width}-${colorScheme}.png`, await page.screenshot({ fullPage: true }));
    await page.click("button[data-path='b.yaml']");
    await page.waitForSelector("main.desk");
    for (const tab of width < 1000 ? ["form", "findings", "print"] : ["form"]) {
      if (width < 1000) await page.click(`[role=tab][data-name=${tab}]`);
      await accessible(page, tab);
      assert.ok(await fits(), `${tab} is wider than the screen`);
      write(`desk-${tab}-${width}-${colorScheme}.png`, await page.screenshot({ fullPage: true }));
    }
    if (width < 1000) await page.click("[role=tab][data-name=form]");
    await page.click("#c-0-0");
    await accessible(page, "symbol");
    write(`desk-cell-${width}-${colorScheme}.png`, await page.screenshot());
    await page.keyboard.press("Escape");
    await page.click("button[data-act=language]");
    await page.waitForFunction(() => document.documentElement.lang === "en" && document.querySelector("h2").textContent === "Identity");
    await accessible(page, "English");
  });
}
