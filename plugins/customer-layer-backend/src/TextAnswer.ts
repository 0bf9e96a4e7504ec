/** An answer that is no JSON, and is made while it is sent. */
export class TextAnswer {
  readonly contentType: string;
  readonly fileName: string;
  readonly pieces: AsyncGenerator<string>;

  constructor(options: {
    contentType: string;
    /** What a browser calls the file; letters, digits, dots and hyphens. */
    fileName: string;
    pieces: AsyncGenerator<string>;
  }) {
    this.contentType = options.contentType;
    this.fileName = options.fileName;
    this.pieces = options.pieces;
  }
}
