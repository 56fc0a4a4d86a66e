using Twin.Geo.Schematic;
using Xunit;

namespace Twin.Geo.Tests.Schematic;

public sealed class DenseCholeskyTests
{
    [Fact]
    public void A_positive_definite_system_is_solved()
    {
        // From Golub and Van Loan's pattern: L = (2 0 0; 6 1 0; -8 5 3), matrix = L·Lᵀ, solution (1, 2, 3).
        double[,] matrix = { { 4, 12, -16 }, { 12, 37, -43 }, { -16, -43, 98 } };

        var solution = DenseCholesky.Solve(matrix, [-20, -43, 192]);

        Assert.Equal(1, solution[0], 1e-12);
        Assert.Equal(2, solution[1], 1e-12);
        Assert.Equal(3, solution[2], 1e-12);
    }

    [Fact]
    public void Nothing_unknown_gives_nothing() => Assert.Empty(DenseCholesky.Solve(new double[0, 0], []));

    [Fact]
    public void An_unknown_without_any_equation_stays_finite()
    {
        double[,] matrix = { { 0 } };

        var solution = DenseCholesky.Solve(matrix, [5]);

        Assert.Equal(5, solution[0], 1e-12);
    }
}
