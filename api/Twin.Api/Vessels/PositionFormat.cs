namespace Twin.Api.Vessels;

/// <summary>How positions are written.</summary>
internal enum PositionFormat
{
    /// <summary>One JSON object a line.</summary>
    NdJson = 0,

    /// <summary>A table with a header; comma, semicolon or tab between cells.</summary>
    Csv = 1,

    /// <summary>AIVDM and AIVDO sentences.</summary>
    Ais = 2,
}
