import { Fault } from "../server/fault.ts";

/**
 * The reader finds small print in pictures up to about this size; larger ones no canvas of a phone
 * holds.
 */
const LONGEST_EDGE = 4600;
/** The first that gives a picture of a handy size is taken, else the last one's. */
const QUALITIES = [0.85, 0.7, 0.5];
const HANDY_BYTES = 4_000_000;
/** What no browser here can decode may still be read by the server, up to this size. */
const UNDECODED_BYTES = 8_000_000;

// Formats the server reads and many browsers do not.
const FOREIGN = /^image\/(heic|heif|avif|webp)/;

/** The size that fits into the longest edge, never larger than it was. */
export function fit(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * The picture as a JPEG of a handy size, upright.
 *
 * @throws Fault when it cannot be opened
 */
export async function shrink(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    () => null,
  );
  if (bitmap === null) {
    if (FOREIGN.test(file.type) && file.size <= UNDECODED_BYTES) {
      return file;
    }
    throw new Fault("picture-broken");
  }
  try {
    return await jpeg(bitmap, fit(bitmap.width, bitmap.height));
  } finally {
    bitmap.close();
  }
}

/** The source drawn at the size, as a JPEG. */
export async function jpeg(
  source: CanvasImageSource,
  size: { width: number; height: number },
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = size.width;
  canvas.height = size.height;
  canvas.getContext("2d")?.drawImage(source, 0, 0, size.width, size.height);
  let blob: Blob | null = null;
  for (const quality of QUALITIES) {
    blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", quality),
    );
    if (blob !== null && blob.size <= HANDY_BYTES) {
      break;
    }
  }
  if (blob === null) {
    throw new Fault("picture-broken");
  }
  return blob;
}
