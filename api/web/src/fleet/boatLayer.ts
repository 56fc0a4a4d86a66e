/**
 * Draws boats in one call, as points whose shapes the graphics card cuts out: 10,000 of them cost less than a frame,
 * where a GeoJSON source would be cut into tiles anew at each move.
 */

import type { CustomLayerInterface, CustomRenderMethodInput, Map as LibreMap } from 'maplibre-gl';
import { mercator } from './clusters';
import { contactColor, pixelsOf, rgbOf, shapeOf, SHAPES } from './signs';
import type { Boat } from './table';
import type { Theme } from '../scale/ramps';

/** Position 2, heading, width, shape, colour 3, and whether it is the chosen one. */
const FLOATS = 9;
const BYTES = Float32Array.BYTES_PER_ELEMENT;
const ATTRIBUTES: readonly (readonly [name: string, size: number])[] = [
  ['a_position', 2],
  ['a_heading', 1],
  ['a_pixels', 1],
  ['a_shape', 1],
  ['a_color', 3],
  ['a_chosen', 1],
];

const vertexShader = `#version 300 es
precision highp float;
uniform mat4 u_matrix;
uniform float u_ratio;
in vec2 a_position;
in float a_heading;
in float a_pixels;
in float a_shape;
in vec3 a_color;
in float a_chosen;
out vec3 v_color;
out vec2 v_turn;
out float v_pixels;
out float v_shape;
out float v_chosen;
void main() {
  gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
  v_pixels = (a_pixels + (a_chosen > 0.5 ? 16.0 : 4.0)) * u_ratio;
  gl_PointSize = v_pixels;
  v_color = a_color;
  v_turn = vec2(cos(a_heading), sin(a_heading));
  v_shape = a_shape;
  v_chosen = a_chosen;
}`;

// Distances are in half widths of the point; negative is inside. The rim of one pixel parts a boat from its ground.
const fragmentShader = `#version 300 es
precision highp float;
uniform vec3 u_halo;
uniform vec3 u_ink;
uniform float u_ratio;
in vec3 v_color;
in vec2 v_turn;
in float v_pixels;
in float v_shape;
in float v_chosen;
out vec4 color;
float side(vec2 p, vec2 a, vec2 b) {
  vec2 edge = normalize(b - a);
  return dot(p - a, vec2(edge.y, -edge.x));
}
float arrow(vec2 p) {
  p.x = abs(p.x);
  float outer = side(p, vec2(0.65, -0.8), vec2(0.0, 0.9));
  float inner = -side(p, vec2(0.65, -0.8), vec2(0.0, -0.4));
  return max(outer, inner);
}
float shape(vec2 p) {
  if (v_shape < 0.5) return arrow(p);
  if (v_shape < 1.5) return length(p) - 0.5;
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y) - 0.85) * 0.7071;
  if (v_shape < 3.5) {
    vec2 d = abs(vec2(p.x + p.y, p.x - p.y)) * 0.7071;
    return min(max(d.x - 0.9, d.y - 0.27), max(d.y - 0.9, d.x - 0.27));
  }
  return abs(length(p) - 0.6) - 0.18;
}
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  p.y = -p.y;
  float half_width = v_pixels * 0.5;
  float body = half_width - (v_chosen > 0.5 ? 8.0 : 2.0) * u_ratio;
  vec2 turned = vec2(p.x * v_turn.x - p.y * v_turn.y, p.x * v_turn.y + p.y * v_turn.x) * half_width;
  float d = shape(turned / body) * body;
  float fill = 1.0 - smoothstep(-0.6, 0.6, d);
  float rim = 1.0 - smoothstep(0.6, 1.9 * u_ratio, d);
  float from_ring = abs(length(p) * half_width - half_width + 2.5 * u_ratio) - u_ratio * 0.8;
  float ring = v_chosen > 0.5 ? 1.0 - smoothstep(0.5, 1.5, from_ring) : 0.0;
  float alpha = max(max(fill, rim * 0.85), ring);
  if (alpha < 0.02) discard;
  vec3 seen = mix(mix(u_halo, u_ink, ring * (1.0 - fill)), v_color, fill);
  color = vec4(seen * alpha, alpha);
}`;

/** The layer of the boats; {@link show} replaces them. */
export class BoatLayer implements CustomLayerInterface {
  readonly id = 'boats';
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;

  readonly #halo: readonly [number, number, number];
  readonly #ink: readonly [number, number, number];
  #map: LibreMap | null = null;
  #program: WebGLProgram | null = null;
  #buffer: WebGLBuffer | null = null;
  #array: WebGLVertexArrayObject | null = null;
  #data = new Float32Array(0);
  #count = 0;
  #isNew = false;
  /** Positions are kept relative to this one: a 32-bit number of the whole world would jump by meters when near. */
  #anchor: readonly [number, number] = [0, 0];

  constructor(
    readonly theme: Theme,
    halo: string,
    ink: string,
  ) {
    this.#halo = rgbOf(halo);
    this.#ink = rgbOf(ink);
  }

  /** Draws these boats from now on; those lost on top of the others, the chosen one on top of all. */
  show(boats: readonly Boat[], chosen: string | null): void {
    const first = boats[0];
    this.#anchor = first ? mercator(first.longitude, first.latitude) : [0, 0];
    if (this.#data.length < boats.length * FLOATS) {
      this.#data = new Float32Array(boats.length * FLOATS * 2);
    }
    const sorted = [...boats].sort((a, b) => rank(a, chosen) - rank(b, chosen));
    sorted.forEach((boat, i) => this.#write(i * FLOATS, boat, chosen));
    this.#count = boats.length;
    this.#isNew = true;
    this.#map?.triggerRepaint();
  }

  onAdd(map: LibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    const program = link(gl);
    this.#program = program;
    this.#buffer = gl.createBuffer();
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    let offset = 0;
    for (const [name, size] of ATTRIBUTES) {
      const place = gl.getAttribLocation(program, name);
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, size, gl.FLOAT, false, FLOATS * BYTES, offset * BYTES);
      offset += size;
    }
    gl.bindVertexArray(null);
    this.#isNew = true;
  }

  onRemove(_map: LibreMap, gl: WebGL2RenderingContext): void {
    gl.deleteProgram(this.#program);
    gl.deleteBuffer(this.#buffer);
    gl.deleteVertexArray(this.#array);
    this.#map = null;
    this.#program = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (!this.#program || this.#count === 0) {
      return;
    }
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    if (this.#isNew) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
      gl.bufferData(gl.ARRAY_BUFFER, this.#data.subarray(0, this.#count * FLOATS), gl.DYNAMIC_DRAW);
      this.#isNew = false;
    }
    const at = (name: string): WebGLUniformLocation | null =>
      this.#program && gl.getUniformLocation(this.#program, name);
    gl.uniformMatrix4fv(at('u_matrix'), false, moved(defaultProjectionData.mainMatrix, this.#anchor));
    gl.uniform1f(at('u_ratio'), devicePixelRatio);
    gl.uniform3fv(at('u_halo'), this.#halo);
    gl.uniform3fv(at('u_ink'), this.#ink);
    gl.drawArrays(gl.POINTS, 0, this.#count);
    gl.bindVertexArray(null);
  }

  #write(offset: number, boat: Boat, chosen: string | null): void {
    const [x, y] = mercator(boat.longitude, boat.latitude);
    const shape = shapeOf(boat.contact, boat.course, boat.speed);
    const [red, green, blue] = rgbOf(contactColor(boat.contact, this.theme));
    this.#data[offset] = x - this.#anchor[0];
    this.#data[offset + 1] = y - this.#anchor[1];
    this.#data[offset + 2] = shape === 'arrow' ? ((boat.course ?? 0) * Math.PI) / 180 : 0;
    this.#data[offset + 3] = pixelsOf(boat.size);
    this.#data[offset + 4] = SHAPES.indexOf(shape);
    this.#data[offset + 5] = red;
    this.#data[offset + 6] = green;
    this.#data[offset + 7] = blue;
    this.#data[offset + 8] = boat.id === chosen ? 1 : 0;
  }
}

function rank(boat: Boat, chosen: string | null): number {
  return (boat.id === chosen ? 4 : 0) + (boat.contact === 'lost' || boat.contact === 'longLost' ? 2 : 0);
}

/** A matrix with a move before it, worked out in 64 bits. */
function moved(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const result = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++) {
    result[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  }
  return result;
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader) {
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(`The boats cannot be drawn: ${gl.getProgramInfoLog(program) ?? ''}`);
  }
  return program;
}
