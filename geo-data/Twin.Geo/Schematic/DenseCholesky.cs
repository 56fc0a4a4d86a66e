namespace Twin.Geo.Schematic;

/// <summary>Solves symmetric positive definite systems of a few hundred unknowns, in place.</summary>
internal static class DenseCholesky
{
    /// <summary>
    /// Solves <c>matrix · x = right</c>; both are overwritten. A pivot that is not positive (a site without a contact)
    /// is taken as one, which leaves that unknown to its own row.
    /// </summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var k = 0; k < size; k++)
        {
            var pivot = matrix[k, k];
            for (var m = 0; m < k; m++)
            {
                pivot -= matrix[k, m] * matrix[k, m];
            }

            matrix[k, k] = pivot > 0 ? Math.Sqrt(pivot) : 1;
            for (var i = k + 1; i < size; i++)
            {
                var entry = matrix[i, k];
                for (var m = 0; m < k; m++)
                {
                    entry -= matrix[i, m] * matrix[k, m];
                }

                matrix[i, k] = entry / matrix[k, k];
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var m = 0; m < i; m++)
            {
                right[i] -= matrix[i, m] * right[m];
            }

            right[i] /= matrix[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var m = i + 1; m < size; m++)
            {
                right[i] -= matrix[m, i] * right[m];
            }

            right[i] /= matrix[i, i];
        }

        return right;
    }
}
