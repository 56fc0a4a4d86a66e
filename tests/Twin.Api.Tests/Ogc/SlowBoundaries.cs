using Twin.Api.Features;
using Twin.Model.Units;

namespace Twin.Api.Tests.Ogc;

/// <summary>Boundaries that come only when somebody says so.</summary>
internal sealed class SlowBoundaries : IBoundarySource
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Asked => _asked.Task;

    public void Answer() => _answer.SetResult();

    public async ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day, AdministrativeLevel? level, AdministrativeUnitCode? unit, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await _answer.Task;
        return null;
    }
}
