/**
 * Expressions over metrics, as far as alarms here need them. What is not known is refused.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */

/** One period of all metrics of an alarm. */
interface Point {
  /** When the period begins. */
  readonly at: Date;
  /** The value of a metric or expression by its id; undefined when there is none in this period. */
  readonly lookUp: (id: string) => number | undefined;
}

/** @returns undefined when a value is missing that the expression needs */
export type Expression = (point: Point) => number | undefined;

const tokenShape = /\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|<=|>=|==|!=|&&|\|\||[-+*/<>(),])/y;

/** @throws Error naming what is not known */
export function parseExpression(text: string): Expression {
  const parser = new Parser(tokensOf(text), text);
  return parser.whole();
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  tokenShape.lastIndex = 0;
  while (tokenShape.lastIndex < text.trimEnd().length) {
    const [, token] = tokenShape.exec(text) ?? [];
    if (token === undefined) throw unknown(text);
    tokens.push(token);
  }
  return tokens;
}

type Operation = (a: number, b: number) => number;

/** From the loosest to the tightest. */
const levels: readonly Readonly<Record<string, Operation>>[] = [
  { OR: (a, b) => Number(a !== 0 || b !== 0), "||": (a, b) => Number(a !== 0 || b !== 0) },
  { AND: (a, b) => Number(a !== 0 && b !== 0), "&&": (a, b) => Number(a !== 0 && b !== 0) },
  {
    "<": (a, b) => Number(a < b),
    "<=": (a, b) => Number(a <= b),
    ">": (a, b) => Number(a > b),
    ">=": (a, b) => Number(a >= b),
    "==": (a, b) => Number(a === b),
    "!=": (a, b) => Number(a !== b),
  },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": (a, b) => a / b },
];

/** Days are 1 (Monday) to 7, hours 0 to 23, in UTC; where the series has no value, there is none. */
const functions: Readonly<Record<string, (args: readonly Expression[]) => Expression>> = {
  FILL:
    ([series, value]) =>
    (point) =>
      series?.(point) ?? value?.(point),
  IF:
    ([condition, yes, no]) =>
    (point) => {
      const holds = condition?.(point);
      if (holds === undefined) return undefined;
      return holds === 0 ? no?.(point) : yes?.(point);
    },
  HOUR: ([series]) => whereThereIs(series, (at) => at.getUTCHours()),
  DAY: ([series]) => whereThereIs(series, (at) => at.getUTCDay() || 7),
};

function whereThereIs(series: Expression | undefined, read: (at: Date) => number): Expression {
  return (point) => (series?.(point) === undefined ? undefined : read(point.at));
}

class Parser {
  readonly #tokens: string[];
  readonly #text: string;

  constructor(tokens: string[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  whole(): Expression {
    const expression = this.#level(0);
    if (this.#tokens.length > 0) throw unknown(this.#text);
    return expression;
  }

  #level(depth: number): Expression {
    const operations = levels[depth];
    if (!operations) return this.#atom();
    let left = this.#level(depth + 1);
    for (;;) {
      const [token = ""] = this.#tokens;
      const operation = Object.hasOwn(operations, token) ? operations[token] : undefined;
      if (!operation) return left;
      this.#tokens.shift();
      left = both(left, this.#level(depth + 1), operation);
    }
  }

  #atom(): Expression {
    const token = this.#tokens.shift() ?? "";
    if (token === "(") return this.#closed(this.#level(0));
    if (/^\d/.test(token)) return () => Number(token);
    if (Object.hasOwn(functions, token)) return this.#call(token);
    if (/^[a-z]\w*$/.test(token)) return ({ lookUp }) => lookUp(token);
    throw unknown(this.#text);
  }

  #call(name: string): Expression {
    if (this.#tokens.shift() !== "(") throw unknown(this.#text);
    const args = [this.#level(0)];
    while (this.#tokens[0] === ",") {
      this.#tokens.shift();
      args.push(this.#level(0));
    }
    const make = functions[name];
    if (!make) throw unknown(this.#text);
    return this.#closed(make(args));
  }

  #closed(expression: Expression): Expression {
    if (this.#tokens.shift() !== ")") throw unknown(this.#text);
    return expression;
  }
}

/** Nothing where one of them is missing, and where a division has no result. */
function both(left: Expression, right: Expression, operation: Operation): Expression {
  return (point) => {
    const [a, b] = [left(point), right(point)];
    if (a === undefined || b === undefined) return undefined;
    const result = operation(a, b);
    return Number.isFinite(result) ? result : undefined;
  };
}

const unknown = (text: string) =>
  new Error(`the expression "${text}" is not one that is known here`);
