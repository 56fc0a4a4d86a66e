using Twin.Storage.Positions;

namespace Twin.Storage.Postgres;

/// <summary>Packed positions with the number that they get.</summary>
internal readonly record struct PositionToWrite(PositionRequest Request, long Sequence);
