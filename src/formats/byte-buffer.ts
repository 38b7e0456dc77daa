const SHORT = 40;

/** A growing run of UTF-8 bytes: encoders append rows to it, and a file takes them in large pieces. */
export class ByteBuffer {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** Appends one byte (an ASCII character code). */
  byte(code: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = code;
  }

  /** Appends a text; short ASCII is copied here, because the call into native code would cost more. */
  text(text: string): void {
    const length = text.length;
    if (this.#length + length * 3 > this.#bytes.length) this.#grow(length * 3);
    if (length > SHORT) {
      this.#length += this.#bytes.write(text, this.#length);
      return;
    }
    const bytes = this.#bytes;
    const start = this.#length;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        this.#length += bytes.write(text, start);
        return;
      }
      bytes[start + i] = code;
    }
    this.#length += length;
  }

  /** The bytes so far, valid until the next append; copy them to keep them. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets the bytes and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  toString(): string {
    return this.#bytes.toString('utf8', 0, this.#length);
  }

  #grow(by: number): void {
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + by));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
