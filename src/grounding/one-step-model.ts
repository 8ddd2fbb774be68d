/** A tensor that goes in or comes out: a name in its shape stands for any size. */
export interface TensorKind {
  readonly name: string;
  readonly type: keyof typeof elementTypes;
  readonly shape: readonly (string | number)[];
}

export interface Step {
  /** An operator of ONNX. */
  readonly operator: "Gemm" | "MatMulInteger";
  readonly inputs: readonly TensorKind[];
  readonly output: TensorKind;
  /** Whole-number attributes of the operator. */
  readonly attributes?: Readonly<Record<string, number>>;
}

/**
 * A model with one step, written in the ONNX format (a protobuf message; field numbers from onnx.proto3): the runtime that
 * embeds texts also multiplies matrices, with all the processor can do.
 */
export function oneStepModel({ operator, inputs, output, attributes = {} }: Step): Uint8Array {
  const node = [
    ...inputs.flatMap(({ name }) => text(1, name)),
    ...text(2, output.name),
    ...text(4, operator),
    ...Object.entries(attributes).flatMap(([name, value]) => bytes(5, [...text(1, name), ...number(3, value), ...number(20, integerAttribute)])),
  ];
  const graph = [...bytes(1, node), ...text(2, "step"), ...inputs.flatMap((input) => bytes(11, tensorInfo(input))), ...bytes(12, tensorInfo(output))];
  const irVersion = number(1, 8);
  const operatorSet = bytes(8, number(2, 17));
  return Uint8Array.from([...irVersion, ...bytes(7, graph), ...operatorSet]);
}

const elementTypes = { float32: 1, uint8: 2, int8: 3, int32: 6 } as const;
const integerAttribute = 2;

const number = (field: number, value: number) => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, value: readonly number[]) => [...varint((field << 3) | 2), ...varint(value.length), ...value];
const text = (field: number, value: string) => bytes(field, [...Buffer.from(value)]);

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

function tensorInfo({ name, type, shape }: TensorKind): number[] {
  const dimensions = shape.flatMap((size) => bytes(1, typeof size === "number" ? number(1, size) : text(2, size)));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, elementTypes[type]), ...bytes(2, dimensions)]))];
}
