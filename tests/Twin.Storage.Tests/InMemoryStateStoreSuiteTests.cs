using Twin.Model.States;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>The suite on the double that other tests use in place of a disk.</summary>
public sealed class InMemoryStateStoreSuiteTests : StateStoreSuite
{
    private readonly InMemoryStateStore _store = new();

    private protected override Task<IStateStore> OpenAsync() => Task.FromResult<IStateStore>(_store);

    private protected override Task<IStateStore> ReopenAsync() => OpenAsync();
}
