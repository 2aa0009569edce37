/** A rectangle of the plane in columns × rows cells, 2 … 512 of each. */
export interface PlaneGrid {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  columns: number;
  rows: number;
}
