namespace Twin.Api.Exchange.Exports;

/// <summary>Writes figures in one format. For one thread; complete once it is disposed.</summary>
internal interface IFigureWriter : IDisposable
{
    /// <summary>Writes a series.</summary>
    void Write(FigureSeries series);
}
