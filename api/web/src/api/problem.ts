/** Why something could not be had: what happened and what to do, as the API says it (RFC 9457). */

export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly hint: string | null,
    readonly httpStatus: number,
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

/** Codes of problems that arise here, not on the server; their texts are `problem.<code>` in the catalogues. */
export const UNREACHABLE = 'unreachable';
export const UNREADABLE = 'unreadable';

/** Reads a refused answer; a body that is no problem document still gives one. */
export async function readProblem(response: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    const parsed: unknown = await response.json();
    if (typeof parsed === 'object' && parsed !== null) {
      body = parsed as Record<string, unknown>;
    }
  } catch {
    // A proxy's page of HTML says nothing that a reader could use; the status has to do.
  }
  return new Problem(
    text(body['code']) ?? `http_${response.status}`,
    text(body['detail']) ?? text(body['title']) ?? `HTTP ${response.status}`,
    text(body['hint']),
    response.status,
  );
}

/** Anything thrown, as a problem. */
export function asProblem(reason: unknown): Problem {
  if (reason instanceof Problem) {
    return reason;
  }
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new Problem(reason instanceof SyntaxError ? UNREADABLE : UNREACHABLE, detail, null, 0);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
