namespace Twin.Grains.Units;

/// <content>How a reader waits until what was applied is in the figures, and how the unit follows the city.</content>
internal sealed partial class AdministrativeUnitGrain
{
    public Task Settle()
    {
        CountDuties();
        return Task.WhenAll(_city.Definition.Tree.EverBelow(_code).Select(child => Unit(child).Flush()));
    }

    public async Task Flush()
    {
        await Settle();
        do
        {
            Send();
            await _sending;
        }
        while (_table.HasChanges && _retry == FirstRetry);

        if (_table.HasChanges)
        {
            throw new TimeoutException($"Unit {_code} cannot reach the unit above; it goes on trying.");
        }
    }

    public async Task FollowCity(long revision)
    {
        if (_city.Sequence < revision)
        {
            // The next activation, wherever it begins, is of this revision or a later one.
            await live.AtLeastAsync(revision, CancellationToken.None);
            this.DeactivateOnIdle();
        }
    }
}
