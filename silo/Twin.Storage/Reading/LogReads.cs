using Microsoft.Data.Sqlite;
using Twin.Model.Observations;

namespace Twin.Storage.Reading;

/// <summary>Runs reads on the thread pool, because SQLite blocks.</summary>
internal static class LogReads
{
    public static Task<T> RunAsync<T>(Func<T> read, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                try
                {
                    return read();
                }
                catch (SqliteException exception)
                {
                    throw new ObservationLogException(
                        $"The observation log could not be read: {exception.Message}", exception);
                }
            },
            cancellationToken);
}
