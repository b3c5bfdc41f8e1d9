using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.Storage;

public sealed class MemoryFigureStoreTests : FigureStoreContract
{
    private protected override Task<IFigureStore> NewStore() => Task.FromResult<IFigureStore>(new MemoryFigureStore());
}
