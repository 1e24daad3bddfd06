/* The plain script in C: the same sums, in loops. Compiled as it stands it trains networks of any shape with one hidden
   layer or none; with -DROWS=… -DINPUTS=… -DHIDDEN=… -DOUTPUTS=… those of one shape, whose loops have known ends. */

#include <math.h>
#include <string.h>

typedef double *restrict numbers;
typedef const double *restrict given;

#ifdef ROWS
#define SHAPE const long rows = ROWS, inputs = INPUTS, hidden = HIDDEN, outputs = OUTPUTS
#else
#define SHAPE const long rows = shape[0], inputs = shape[1], hidden = shape[2], outputs = shape[3]
#endif

/* after = sigmoid(before @ syn), for all rows */
static inline void forward(long rows, long units, long next, given before, given syn, numbers after) {
    memset(after, 0, rows * next * sizeof(double));
    for (long r = 0; r < rows; r++)
        for (long i = 0; i < units; i++)
            for (long j = 0; j < next; j++)
                after[r * next + j] += before[r * units + i] * syn[i * next + j];
    for (long k = 0; k < rows * next; k++)
        after[k] = 1 / (1 + exp(-after[k]));
}

/* syn += alpha * before.T @ delta */
static inline void learn(long rows, long units, long next, double alpha, given before, given delta, numbers update,
                         numbers syn) {
    memset(update, 0, units * next * sizeof(double));
    for (long r = 0; r < rows; r++)
        for (long i = 0; i < units; i++)
            for (long j = 0; j < next; j++)
                update[i * next + j] += before[r * units + i] * delta[r * next + j];
    for (long k = 0; k < units * next; k++)
        syn[k] += alpha * update[k];
}

/* delta = (y - out) * out * (1 - out) */
static inline void last_delta(long count, given y, given out, numbers delta) {
    for (long k = 0; k < count; k++)
        delta[k] = (y[k] - out[k]) * (out[k] * (1 - out[k]));
}

/* Hidden units: 0 for a single layer. The scratch holds two layers, two deltas and two updates. */
void train(const long *shape, given X, given y, numbers syn0, numbers syn1, numbers scratch, double alpha,
           long iterations) {
    SHAPE;
    (void)shape;
    if (hidden == 0) {
        double *out = scratch, *delta = out + rows * outputs, *update = delta + rows * outputs;
        for (long n = 0; n < iterations; n++) {
            forward(rows, inputs, outputs, X, syn0, out);
            last_delta(rows * outputs, y, out, delta);
            learn(rows, inputs, outputs, alpha, X, delta, update, syn0);
        }
        return;
    }
    double *l1 = scratch, *l1_delta = l1 + rows * hidden, *l2 = l1_delta + rows * hidden;
    double *l2_delta = l2 + rows * outputs, *update0 = l2_delta + rows * outputs, *update1 = update0 + inputs * hidden;
    for (long n = 0; n < iterations; n++) {
        forward(rows, inputs, hidden, X, syn0, l1);
        forward(rows, hidden, outputs, l1, syn1, l2);
        last_delta(rows * outputs, y, l2, l2_delta);
        for (long r = 0; r < rows; r++)
            for (long i = 0; i < hidden; i++) {
                double sum = 0;
                for (long j = 0; j < outputs; j++)
                    sum += l2_delta[r * outputs + j] * syn1[i * outputs + j];
                double out = l1[r * hidden + i];
                l1_delta[r * hidden + i] = sum * (out * (1 - out));
            }
        learn(rows, hidden, outputs, alpha, l1, l2_delta, update1, syn1);
        learn(rows, inputs, hidden, alpha, X, l1_delta, update0, syn0);
    }
}

/* The mean absolute error over a grid of two weights. */
void surface(long rows, given X, given y, long across, given w0, long up, given w1, numbers heights) {
    for (long i = 0; i < up; i++) {
        memset(heights + i * across, 0, across * sizeof(double));
        for (long r = 0; r < rows; r++)
            for (long j = 0; j < across; j++)
                heights[i * across + j] +=
                    fabs(y[r] - 1 / (1 + exp(-(X[2 * r] * w0[j] + X[2 * r + 1] * w1[i])))) / rows;
    }
}
