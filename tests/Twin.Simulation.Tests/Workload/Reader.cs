namespace Twin.Simulation.Tests.Workload;

/// <summary>Looks at figures while they change: none may ever go back.</summary>
internal sealed class Reader(World world)
{
    private const int Reads = 25;
    private const int PauseMilliseconds = 150;

    public async Task RunAsync()
    {
        for (var i = 0; i < Reads; i++)
        {
            await world.PauseAsync(world.Milliseconds(PauseMilliseconds));
            var unit = world.City.Units[world.Random.Next(world.City.Units.Count)];
            var period = world.City.Periods[world.Random.Next(world.City.Periods.Count)];
            var seen = world.Versions.Snapshot();
            try
            {
                foreach (var figure in await world.Silo.Unit(unit).GetPeriod(period))
                {
                    world.Versions.Check(figure, seen);
                }
            }
            catch (Exception exception) when (Outcome.IsExpected(exception))
            {
                world.Note($"reading {unit} failed: {exception.Message}");
            }
        }
    }
}
