// @ts-check
/** A drawing as pixels. No page's fonts reach an image, so it carries them. */

const FINENESS = 2;
const FONTS = [["Inter", "fonts/inter.woff2"], ["JetBrains Mono", "fonts/jetbrains-mono.woff2"]];

/**
 * @param {SVGSVGElement} drawing
 * @param {(name: string) => string} url of a file of the page
 * @returns {Promise<Blob>}
 */
export async function pixels(drawing, url) {
  const faces = await Promise.all(FONTS.map(([family, file]) => face(family, url(file))));
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = faces.join("");
  copy.prepend(style);
  const [width, height] = [drawing.width.baseVal.value, drawing.height.baseVal.value];
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * FINENESS), Math.round(height * FINENESS)];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/** @param {string} family @param {string} address @returns {Promise<string>} */
async function face(family, address) {
  const bytes = await (await fetch(address)).blob();
  const data = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsDataURL(bytes);
  });
  return `@font-face{font-family:"${family}";font-weight:100 900;src:url(${data})}`;
}
