import { InputError } from '@backstage/errors';
import { ErrorRequestHandler, RequestHandler } from 'express';
import { quote } from './quote';

/** At most so much of a body is read, counted after it is inflated: a thousand of the longest refs fit. */
export const BODY_LIMIT = '1mb';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

// A message about a thousand faults needn't name all of them.
const MOST_CHARACTERS = 1_000;

// What to do about what the validation of requests complains of.
const REMEDIES: ReadonlyArray<[complaint: RegExp, remedy: string]> = [
  [/than \d+ items/, 'Send several requests that name fewer entities each'],
  [/than \d+ characters/, 'No ref and no cursor of this API is that long'],
  [
    /query\/limit/,
    'Give a limit in this range, and follow nextCursor for more',
  ],
  [/Unknown query parameter/, 'Leave it out, or correct its name'],
];

/** Lets only methods and types of bodies through that the contract knows; any other method is not found. */
export const demandJson: RequestHandler = (req, _res, next) => {
  const type = req.headers['content-type'] ?? '';
  if (req.method !== 'GET' && req.method !== 'POST') {
    // The validation of requests would pass over it, even over HEAD, which is answered like GET.
    next('router');
  } else if (req.method === 'GET' || JSON_TYPE.test(type)) {
    next();
  } else {
    next(
      new InputError(
        `The body is of type ${quote(
          type,
        )}. Send JSON, with the header Content-Type: application/json`,
      ),
    );
  }
};

/** Spells the content type in one way: the validation of requests keeps a compiled schema for every way that it meets. */
export const oneContentType: RequestHandler = (req, _res, next) => {
  req.headers['content-type'] = 'application/json';
  next();
};

/** Says of a request that doesn't follow the contract what is wrong with it, what to do, and where the contract stands. */
export const refuse: ErrorRequestHandler = (error, req, _res, next) => {
  const contract = `What each call takes is written in ${req.baseUrl}/openapi.json`;
  const message = String(error.message).slice(0, MOST_CHARACTERS);
  if (error.type === 'entity.too.large') {
    error.message = `The body is larger than ${BODY_LIMIT}. Ask about fewer entities at once. ${contract}`;
    next(error);
  } else if (error instanceof InputError) {
    const remedies = REMEDIES.filter(([complaint]) => complaint.test(message));
    next(
      new InputError(
        [message, ...remedies.map(([, remedy]) => remedy), contract].join('. '),
      ),
    );
  } else if (error.status === 400 || error.status === 415) {
    // A body that does not end, is not encoded as its header says, or is no JSON.
    next(
      new InputError(
        `The body can't be read as JSON: ${message}. Send JSON in UTF-8, as it is or zipped with gzip. ${contract}`,
      ),
    );
  } else {
    next(error);
  }
};
