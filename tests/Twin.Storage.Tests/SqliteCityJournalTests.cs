using Microsoft.Data.Sqlite;
using Twin.Model.Cities;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>The suite in SQLite, and what only a file can go wrong with.</summary>
public sealed class SqliteCityJournalTests : CityJournalSuite, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "deep", "city.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "deep"));
        File.WriteAllText(FilePath, new string('x', 4096));

        var exception = Assert.Throws<CityJournalException>(Journal);

        Assert.Contains("city.db", exception.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 4096), File.ReadAllText(FilePath));
    }

    [Theory]
    [InlineData("PRAGMA application_id = 1", "not a city's journal")]
    [InlineData("PRAGMA user_version = 9", "version 9")]
    public void A_database_of_another_program_or_a_later_version_is_refused(string sql, string says)
    {
        Journal();
        using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=false"))
        {
            connection.Open();
            Sqlite.SqliteDatabase.Execute(connection, sql);
        }

        Assert.Contains(says, Assert.Throws<CityJournalException>(Journal).Message, StringComparison.Ordinal);
    }

    private protected override Task<ICityJournal> OpenAsync() => Task.FromResult<ICityJournal>(Journal());

    private SqliteCityJournal Journal() => SqliteCityJournal.Open(FilePath);
}
