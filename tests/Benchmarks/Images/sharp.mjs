// Makes the same files as Blobpress with sharp and its defaults, each from the source as sharp's users do.
// Arguments: sharp's folder, output folder, rounds, photographs. Prints one JSON object.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, parse } from "node:path";

const [folder, output, rounds, ...photographs] = process.argv.slice(2);
const sharp = createRequire(join(folder, "package.json"))("sharp");
const sources = photographs.map((file) => ({ name: parse(file).name, bytes: readFileSync(file) }));

async function round(write) {
  for (const { name, bytes } of sources) {
    for (const width of [320, 640, 960, 1280, 1920]) {
      for (const format of ["webp", "jpeg"]) {
        const made = await sharp(bytes).rotate().resize(width)[format]({ quality: 80 }).toBuffer();
        if (write) writeFileSync(join(output, `${name}-${width}.${format === "jpeg" ? "jpg" : format}`), made);
      }
    }
  }
}

await round(true);
const before = process.cpuUsage();
for (let i = 0; i < Number(rounds); i++) await round(false);
const used = process.cpuUsage(before);
console.log(JSON.stringify({
  milliseconds: (used.user + used.system) / 1000 / Number(rounds),
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
}));
